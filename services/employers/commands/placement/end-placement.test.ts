import { describe, expect, test } from '@jest/globals';
import { begun, ofAdasPlacement, today, working } from '../../employers.fixture.ts';
import { endPlacement } from './end-placement.ts';

const ending = { endedOn: '2026-02-28', reason: 'OTHER_WORK' as const, today };
const { state: ended } = endPlacement(working, ending);

describe('the end of a placement', () => {
  test('is kept with its reason and said; nothing is due any more', () => {
    expect(endPlacement(working, ending)).toEqual({
      state: { ...begun, ended: { endedOn: '2026-02-28', reason: 'OTHER_WORK' } },
      events: [{ type: 'integration.ended', data: { ...ofAdasPlacement, endedOn: '2026-02-28', reason: 'OTHER_WORK' } }],
    });
  });

  test('for reasons of health is kept here, and not said', () => {
    const { state, events } = endPlacement(working, { ...ending, reason: 'ILLNESS' });
    expect([state.ended?.reason, events[0]?.data]).toEqual(['ILLNESS', { ...ofAdasPlacement, endedOn: '2026-02-28', reason: 'OTHER' }]);
  });

  test('comes once', () => {
    expect(endPlacement(ended, { ...ending, reason: 'OTHER' })).toEqual({ state: ended, events: [] });
  });

  test.each(['2026-03-11', '2026-01-30'])('is refused for a day that cannot be: %s', (endedOn) => {
    expect(() => endPlacement(working, { ...ending, endedOn })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
