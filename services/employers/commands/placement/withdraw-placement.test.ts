import { describe, expect, test } from '@jest/globals';
import { placementFacts, adasPlacementIds, testDay, ongoingPlacement } from '../../employers.fixture.ts';
import { confirmContinuity } from './confirm-continuity.ts';
import { endPlacement } from './end-placement.ts';
import { withdrawPlacement } from './withdraw-placement.ts';

const withdrawn = { withdrawnOn: testDay, reason: 'MISTAKE' as const };
const { state } = withdrawPlacement(ongoingPlacement, { reason: 'MISTAKE', today: testDay });

describe('a placement that is withdrawn', () => {
  test('is kept and told; nothing is due, and the person can begin there', () => {
    expect(withdrawPlacement(ongoingPlacement, { reason: 'MISTAKE', today: testDay })).toEqual({
      state: { ...placementFacts, withdrawn },
      events: [{ type: 'placement.withdrawn', data: { ...adasPlacementIds, ...withdrawn } }],
    });
  });

  test('may have ended before', () => {
    const ended = { ...placementFacts, ended: { endedOn: '2026-02-28', reason: 'OTHER' as const } };
    expect(withdrawPlacement(ended, { reason: 'NEVER_BEGUN', today: testDay }).state).toEqual({
      ...ended,
      withdrawn: { ...withdrawn, reason: 'NEVER_BEGUN' },
    });
  });

  test('is withdrawn once', () => {
    expect(withdrawPlacement(state, { reason: 'NEVER_BEGUN', today: testDay })).toEqual({ state, events: [] });
  });

  test('neither goes on nor ends', () => {
    const refused = expect.objectContaining({ code: 'PLACEMENT_WITHDRAWN' });
    expect(() => confirmContinuity(state, { month: 1, confirmedOn: '2026-03-02', today: testDay })).toThrow(refused);
    expect(() =>
      endPlacement(state, { endedOn: '2026-03-02', reason: 'OTHER', seesHealth: true, today: testDay }),
    ).toThrow(refused);
  });
});
