import { describe, expect, test } from '@jest/globals';
import { assertRole } from './assert-role.ts';

const until25 = { role: 'CHILD' as const, from: '2026-03-14', employableFrom: '2016-03-15' };

describe('the role in a benefit unit', () => {
  test.each([
    ['until the day before the twenty-fifth birthday', until25],
    ['where nobody knows the age', { role: 'CHILD' as const, from: '2026-03-15' }],
  ])('is CHILD %s', (_, member) => {
    expect(() => assertRole(member)).not.toThrow();
  });

  test('is another one from then on', () => {
    expect(() => assertRole({ ...until25, from: '2026-03-15' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
    expect(() => assertRole({ ...until25, from: '2026-03-15', role: 'OTHER' })).not.toThrow();
  });
});
