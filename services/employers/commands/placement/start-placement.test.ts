import { describe, expect, test } from '@jest/globals';
import { ofAdasPlacement, today, working } from '../../employers.fixture.ts';
import { startPlacement } from './start-placement.ts';

describe('a person who begins to work', () => {
  test('is said with kind, funding and the proposal it came from', () => {
    const placement = { ...working, vacancyId: 'v-1', proposalId: 'pr-ada' };
    expect(startPlacement(null, { placement, today })).toEqual({
      state: placement,
      events: [{ type: 'integration.started', data: { ...ofAdasPlacement, kind: 'INSURED_JOB', subsidisedBy: ['P88_EGZ'], startedOn: '2026-01-31', proposalId: 'pr-ada' } }],
    });
  });

  test('begins once', () => {
    expect(startPlacement(working, { placement: working, today })).toEqual({ state: working, events: [] });
  });

  test('has not begun before the first day', () => {
    expect(() => startPlacement(null, { placement: { ...working, startedOn: '2026-03-11' }, today })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
