import { describe, expect, test } from '@jest/globals';
import { placementFacts, adasPlacementIds, testDay, ongoingPlacement } from '../../employers.fixture.ts';
import { derivePlacement } from '../../placement/placement.ts';
import { endPlacement } from './end-placement.ts';

const ending = { endedOn: '2026-02-28', reason: 'OTHER_WORK' as const, seesHealth: true, today: testDay };
const { state: ended } = endPlacement(ongoingPlacement, ending);

describe('the end of a placement', () => {
  test('is kept with its reason and told; nothing is due any more', () => {
    expect(endPlacement(ongoingPlacement, ending)).toEqual({
      state: { ...placementFacts, ended: { endedOn: '2026-02-28', reason: 'OTHER_WORK' } },
      events: [{ type: 'placement.ended', data: { ...adasPlacementIds, endedOn: '2026-02-28', reason: 'OTHER_WORK' } }],
    });
  });

  test('for reasons of health is kept here, and not told', () => {
    const { state, events } = endPlacement(ongoingPlacement, { ...ending, reason: 'ILLNESS' });
    expect([state.ended?.reason, events[0]?.data]).toEqual([
      'ILLNESS',
      { ...adasPlacementIds, endedOn: '2026-02-28', reason: 'OTHER' },
    ]);
  });

  test('comes once', () => {
    expect(endPlacement(ended, ending)).toEqual({ state: ended, events: [] });
  });

  test.each([
    ['reason', { reason: 'BY_EMPLOYER' as const }],
    ['day', { endedOn: '2026-03-09' }],
  ])('is corrected by another %s, and told again', (_name, correction) => {
    const right = { endedOn: '2026-02-28', reason: 'OTHER_WORK' as const, ...correction };
    expect(endPlacement(ended, { ...ending, ...correction })).toEqual({
      state: { ...placementFacts, ended: right },
      events: [{ type: 'placement.ended', data: { ...adasPlacementIds, ...right } }],
    });
  });

  test('by illness stays so when a user who reads OTHER repeats that', () => {
    const { state: ill } = endPlacement(ongoingPlacement, { ...ending, reason: 'ILLNESS' });
    expect(endPlacement(ill, { ...ending, reason: 'OTHER', seesHealth: false })).toEqual({ state: ill, events: [] });
    expect(endPlacement(ill, { ...ending, reason: 'OTHER' }).state.ended?.reason).toBe('OTHER');
  });

  test('is not before the end of a month that was confirmed', () => {
    const confirmed = derivePlacement({ ...placementFacts, confirmed: [{ month: 1, confirmedOn: '2026-03-02' }] });
    const end = (endedOn: string) => () => endPlacement(confirmed, { ...ending, endedOn });
    expect(end('2026-02-27')).toThrow(
      expect.objectContaining({ code: 'CONTINUITY_CONFIRMED', message: expect.stringContaining('Month 1') }),
    );
    expect(end('2026-02-28')).not.toThrow();
  });

  test.each(['2026-03-11', '2026-01-30'])('is refused for a day that cannot be: %s', (endedOn) => {
    expect(() => endPlacement(ongoingPlacement, { ...ending, endedOn })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
