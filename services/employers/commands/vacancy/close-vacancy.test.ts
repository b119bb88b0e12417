import { describe, expect, test } from '@jest/globals';
import {
  hiredProposal,
  adasProposalIds,
  proposalToAda,
  proposalToBen,
  testDay,
  vacancy,
  vacancyWith,
} from '../../employers.fixture.ts';
import { closeVacancy } from './close-vacancy.ts';

const closing = { reason: 'FILLED_ELSEWHERE' as const, closedOn: '2026-03-08', today: testDay };
const { state: closed } = closeVacancy(vacancy, closing);

describe('closing a vacancy', () => {
  test('keeps the reason, and tells it', () => {
    expect(closeVacancy(vacancy, closing)).toEqual({
      state: { ...vacancy, closed: { reason: 'FILLED_ELSEWHERE', closedOn: '2026-03-08' }, over: 'CLOSED' },
      events: [
        {
          type: 'vacancy.closed',
          data: { vacancyId: 'v-1', employerId: 'e-1', closedOn: '2026-03-08', reason: 'FILLED_ELSEWHERE' },
        },
      ],
    });
  });

  test('ends its open proposals, with an event for each', () => {
    const rejected = { ...proposalToBen, answer: { code: 'REJECTED_BY_EMPLOYER' as const, answeredOn: '2026-03-05' } };
    const { state, events } = closeVacancy(vacancyWith(proposalToAda, rejected), closing);
    expect(state.proposals).toEqual([
      { ...proposalToAda, withdrawn: { reason: 'VACANCY_CLOSED', withdrawnOn: '2026-03-08' } },
      rejected,
    ]);
    expect(events.map(({ type }) => type)).toEqual(['vacancy.closed', 'proposal.withdrawn']);
    expect(events[1]?.data).toEqual({ ...adasProposalIds, withdrawnOn: '2026-03-08', reason: 'VACANCY_CLOSED' });
  });

  test('leaves a hired person hired', () => {
    expect(closeVacancy(vacancyWith(hiredProposal), { ...closing, reason: 'FILLED' }).state).toEqual({
      ...vacancyWith(hiredProposal),
      closed: { reason: 'FILLED', closedOn: '2026-03-08' },
      over: 'CLOSED',
    });
  });

  test('a second time changes nothing, whatever the reason', () => {
    expect(closeVacancy(closed, { ...closing, reason: 'EXPIRED' })).toEqual({ state: closed, events: [] });
  });

  test.each(['2026-03-11', '2026-02-28'])('is refused for a day that cannot be: %s', (closedOn) => {
    expect(() => closeVacancy(vacancy, { ...closing, closedOn })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
