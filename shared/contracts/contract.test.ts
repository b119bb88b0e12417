import { describe, expect, test } from '@jest/globals';
import { underPresentName } from './contract.ts';
import { employerEvents } from './employers.ts';
import { measureEvents } from './measures.ts';

describe('an event of the time before version 1.0', () => {
  test.each([
    ['a proposal', 'placement.proposed', 'proposal.made'],
    ['the answer to a proposal', 'placement.answered', 'proposal.answered'],
    ['the start of a placement', 'integration.started', 'placement.started'],
    ['the end of a placement', 'integration.ended', 'placement.ended'],
    ['a placement that was none', 'integration.withdrawn', 'placement.withdrawn'],
  ])('about %s is read under its present name', (_, former, present) => {
    expect(underPresentName(employerEvents, { type: former, data: {} }).type).toBe(present);
  });

  test('about a place in a measure is read as one about an enrolment; one about the measure keeps its name', () => {
    const names = ['measure.agreed', 'measure.withdrawn', 'measure.offered', 'measure.updated'];
    expect(names.map((type) => underPresentName(measureEvents, { type, data: {} }).type)).toEqual([
      'enrolment.agreed',
      'enrolment.withdrawn',
      'measure.offered',
      'measure.updated',
    ]);
  });

  test('that withdrew a proposal is told from one that withdraws a placement today', () => {
    const proposal = { type: 'placement.withdrawn', data: { proposalId: 'pr-1', vacancyId: 'v-1' } };
    const placement = { type: 'placement.withdrawn', data: { placementId: 'pl-1' } };
    expect([proposal, placement].map((event) => underPresentName(employerEvents, event).type)).toEqual([
      'proposal.withdrawn',
      'placement.withdrawn',
    ]);
  });
});
