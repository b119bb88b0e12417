import { caseEvents } from '#shared/contracts/cases.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import { grossRohrheim, type EventRecorder } from './event-recorder.fixture.ts';

/**
 * Records a talk that was held by mistake, then missed, then excused; a proposal and a referral by mistake: nothing
 * stays.
 */
export function recordCorrectionsOfBen(record: EventRecorder['record']): void {
  const who = { personId: 'p-ben', caseId: 'c-ben' };
  const talk = { ...who, projectId: 'gr', municipality: grossRohrheim, interviewId: 'i-ben' };
  record(caseEvents, 'c-ben', {
    type: 'interview.held',
    data: { ...talk, heldOn: '2013-10-08', place: 'TOWN_HALL', first: true },
  });
  record(caseEvents, 'c-ben', { type: 'interview.missed', data: { ...talk, missedOn: '2013-10-08', missedInARow: 1 } });
  record(caseEvents, 'c-ben', {
    type: 'interview.excused',
    data: { ...talk, excusedOn: '2013-10-10', reason: 'FAMILY' },
  });
  const proposal = { proposalId: 'pr-1', vacancyId: 'v-1', employerId: 'em-1' };
  record(employerEvents, 'v-1', {
    type: 'proposal.made',
    data: { ...proposal, ...who, proposedOn: '2013-10-14', withLegalNotice: false },
  });
  record(employerEvents, 'v-1', {
    type: 'proposal.withdrawn',
    data: { ...proposal, ...who, withdrawnOn: '2013-10-15', reason: 'MISTAKE' },
  });
  const referral = { referralId: 'r-1', ...who, instrument: 'P16A_DEBT' };
  record(measureEvents, 'r-1', {
    type: 'referral.sent',
    data: { ...referral, recipient: 'PROTECTED', sentOn: '2013-10-14' },
  });
  record(measureEvents, 'r-1', {
    type: 'referral.revoked',
    data: { ...referral, revokedOn: '2013-10-15', reason: 'SENT_BY_MISTAKE' },
  });
}
