import { describe, expect, test } from '@jest/globals';
import type { Proposal, Vacancy } from '../vacancy.ts';
import { answerProposal, proposePlacement, withdrawProposal } from './propose-placement.ts';

const today = '2026-03-10';
const ada: Proposal = { id: 'pr-1', personId: 'p-1', caseId: 'c-1', proposedOn: '2026-03-02', withLegalNotice: false };
const ben: Proposal = { ...ada, id: 'pr-2', personId: 'p-2', caseId: 'c-2' };
const open: Vacancy = {
  id: 'v-1', employerId: 'e-1', title: 'Lager', occupation: '51311', municipality: '06431006', hoursPerWeek: 35, dayparts: [], startsOn: '2026-03-15', posts: 1,
  drivingLicenceNeeded: false, registeredOn: '2026-03-01', refreshOn: '2026-04-01', proposals: [], freePosts: 1,
};
const both: Vacancy = { ...open, proposals: [ada, ben] };
const filled = answerProposal(both, { proposalId: 'pr-1', answer: 'HIRED', answeredOn: '2026-03-05', today }).state;
const refusal = (code: string) => expect.objectContaining({ code });

describe('proposing a vacancy to a person', () => {
  test('is part of the vacancy and says so', () => {
    expect(proposePlacement(open, { proposal: ada, today })).toEqual({
      state: { ...open, proposals: [ada] },
      events: [{ type: 'placement.proposed', data: { proposalId: 'pr-1', vacancyId: 'v-1', employerId: 'e-1', personId: 'p-1', caseId: 'c-1', proposedOn: '2026-03-02', withLegalNotice: false } }],
    });
  });

  test('again to the same person changes nothing', () => {
    expect(proposePlacement(both, { proposal: { ...ada, id: 'pr-9' }, today })).toEqual({ state: both, events: [] });
  });

  test.each([
    ['VACANCY_CLOSED', { ...open, closed: { reason: 'WITHDRAWN' as const, closedOn: '2026-03-03' } }, ada],
    ['VACANCY_FILLED', filled, { ...ada, personId: 'p-3' }],
    ['INVALID_INPUT', open, { ...ada, proposedOn: '2026-03-11' }],
    ['INVALID_INPUT', open, { ...ada, proposedOn: '2026-02-01' }],
  ])('is refused with %s', (code, vacancy, proposal) => {
    expect(() => proposePlacement(vacancy, { proposal, today })).toThrow(refusal(code));
  });
});

describe('hiring from a proposal', () => {
  test('takes a post', () => {
    expect([filled.freePosts, filled.proposals[0]?.answer]).toEqual([0, { code: 'HIRED', answeredOn: '2026-03-05' }]);
  });

  test('gives the last post once', () => {
    expect(() => answerProposal(filled, { proposalId: 'pr-2', answer: 'HIRED', answeredOn: today, today })).toThrow(refusal('VACANCY_FILLED'));
  });

  test('twice changes nothing; taking it back is refused', () => {
    expect(answerProposal(filled, { proposalId: 'pr-1', answer: 'HIRED', answeredOn: today, today })).toEqual({ state: filled, events: [] });
    expect(() => answerProposal(filled, { proposalId: 'pr-1', answer: 'REJECTED_BY_PERSON', answeredOn: today, today })).toThrow(refusal('PROPOSAL_CLOSED'));
    expect(() => withdrawProposal(filled, { proposalId: 'pr-1', reason: 'MISTAKE', withdrawnOn: today, today })).toThrow(refusal('PROPOSAL_CLOSED'));
  });

  test('a withdrawn proposal is withdrawn once and answers no more', () => {
    const withdrawn = withdrawProposal(both, { proposalId: 'pr-2', reason: 'OTHER', withdrawnOn: today, today }).state;
    expect(withdrawProposal(withdrawn, { proposalId: 'pr-2', reason: 'OTHER', withdrawnOn: today, today }).events).toEqual([]);
    expect(() => answerProposal(withdrawn, { proposalId: 'pr-2', answer: 'HIRED', answeredOn: today, today })).toThrow(refusal('PROPOSAL_CLOSED'));
  });
});
