import { describe, expect, test } from '@jest/globals';
import type { Placement } from '../placement.ts';
import { confirmContinuity, endPlacement, monthsLater, startPlacement } from './start-placement.ts';

const today = '2026-12-31';
const working: Placement = { id: 'pl-1', personId: 'p-1', caseId: 'c-1', employerId: 'e-1', kind: 'INSURED_JOB', subsidisedBy: ['P88_EGZ'], hoursPerWeek: 30, startedOn: '2026-01-31', confirmed: [] };
const twoMonths = confirmContinuity(confirmContinuity(working, { month: 1, confirmedOn: '2026-03-02', today }).state, { month: 2, confirmedOn: '2026-04-01', today }).state;
const refusal = (code: string) => expect.objectContaining({ code });

describe('a placement', () => {
  test('begins once and says by what it is subsidised', () => {
    expect(startPlacement(null, { placement: working, today })).toEqual({
      state: working,
      events: [{ type: 'integration.started', data: { placementId: 'pl-1', employerId: 'e-1', personId: 'p-1', caseId: 'c-1', kind: 'INSURED_JOB', subsidisedBy: ['P88_EGZ'], startedOn: '2026-01-31' } }],
    });
    expect(startPlacement(working, { placement: working, today }).events).toEqual([]);
  });

  test.each([
    ['CONTINUITY_OUT_OF_ORDER', working, { month: 2, confirmedOn: '2026-12-01' }],
    ['CONTINUITY_TOO_EARLY', working, { month: 1, confirmedOn: '2026-02-27' }],
    ['INVALID_INPUT', working, { month: 7, confirmedOn: '2026-12-01' }],
    ['PLACEMENT_ENDED', endPlacement(working, { endedOn: '2026-02-15', reason: 'TRIAL_PERIOD', today }).state, { month: 1, confirmedOn: '2026-12-01' }],
  ])('is not confirmed with %s', (code, placement, confirmation) => {
    expect(() => confirmContinuity(placement, { ...confirmation, today })).toThrow(refusal(code));
  });

  test('is confirmed month by month, and a month again changes nothing', () => {
    expect([twoMonths.confirmed.map(({ month }) => month), confirmContinuity(twoMonths, { month: 1, confirmedOn: '2026-05-01', today }).events]).toEqual([[1, 2], []]);
  });

  test('ends once, and not before it began', () => {
    const ended = endPlacement(working, { endedOn: '2026-06-30', reason: 'OTHER_WORK', today });
    expect([ended.events, endPlacement(ended.state, { endedOn: '2026-07-31', reason: 'OTHER', today }).events]).toEqual([
      [{ type: 'integration.ended', data: { placementId: 'pl-1', employerId: 'e-1', personId: 'p-1', caseId: 'c-1', endedOn: '2026-06-30', reason: 'OTHER_WORK' } }],
      [],
    ]);
    expect(() => endPlacement(working, { endedOn: '2026-01-30', reason: 'OTHER', today })).toThrow(refusal('INVALID_INPUT'));
  });

  test.each([['2026-01-31', 1, '2026-02-28'], ['2023-12-31', 2, '2024-02-29'], ['2026-05-15', 6, '2026-11-15']])('months are counted by the calendar: %s and %i', (day, months, later) => {
    expect(monthsLater(day, months)).toBe(later);
  });
});
