import { expect, test } from '@jest/globals';
import { assertLedToCase } from './case.ts';

test('what led to a case happened at most three months before it was opened', () => {
  expect(() => assertLedToCase({ openedOn: '2026-06-03' }, 'invitedOn', '2026-03-03')).not.toThrow();
  expect(() => assertLedToCase({ openedOn: '2026-06-03' }, 'invitedOn', '2026-03-02')).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT' }),
  );
});
