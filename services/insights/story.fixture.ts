import { caseEvents } from '#shared/contracts/cases.ts';
import { assertInContract, type Contract, type EventOf, type Message } from '#shared/contracts/contract.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import { peopleEvents } from '#shared/contracts/people.ts';

export const here = '06431010';
export const elsewhere = '06431007';
export const autumn = { from: '2013-09-01', to: '2014-04-30' };

/** What services said, in the order in which it was committed. Each aggregate counts its own events. */
export function storyteller(): {
  messages: { topic: string; message: Message }[];
  say: <C extends Contract>(contract: C, subject: string, event: EventOf<C>) => void;
} {
  const sequences = new Map<string, number>();
  const messages: { topic: string; message: Message }[] = [];
  return {
    messages,
    say: (contract, subject, { type, data }) => {
      assertInContract(contract, { type, data });
      const sequence = (sequences.get(subject) ?? 0) + 1;
      sequences.set(subject, sequence);
      const time = new Date(Date.UTC(2026, 0, 1, 8, 0, messages.length)).toISOString();
      messages.push({
        topic: contract.topic,
        message: {
          id: `${subject}.${sequence}`,
          type,
          source: `/${contract.topic.split('.')[0] ?? ''}`,
          subject,
          sequence,
          time,
          requestid: 'r-1',
          data,
        },
      });
    },
  };
}

const ofCase = (name: string) => ({ caseId: `c-${name}`, personId: `p-${name}`, projectId: 'gr', municipality: here });
const team = { contactId: 'anna', careTeam: ['anna'] };

/** Ada and Ben in one household, Cem alone, Dora in another village and project: two talks with Ada, a measure, mistakes about Ben, two placements, one of Ben that was withdrawn, a unit without benefit, and one of which it was said wrongly. */
export function story(): { topic: string; message: Message }[] {
  const { messages, say } = storyteller();
  say(caseEvents, 'gr', {
    type: 'project.started',
    data: { projectId: 'gr', municipality: here, startedOn: '2013-09-02', caseManagerIds: ['anna'] },
  });
  say(caseEvents, 'fue', {
    type: 'project.started',
    data: { projectId: 'fue', municipality: elsewhere, startedOn: '2013-09-02', caseManagerIds: ['jonas'] },
  });
  for (const [unit, municipality, memberIds] of [
    ['u-1', here, ['p-ada', 'p-ben']],
    ['u-2', here, ['p-cem']],
    ['u-3', elsewhere, ['p-dora']],
  ] as const) {
    say(peopleEvents, unit, {
      type: 'benefitUnit.formed',
      data: { benefitUnitId: unit, municipality, formedOn: '2010-01-01', memberIds: [...memberIds] },
    });
    say(peopleEvents, unit, {
      type: 'benefitUnit.benefitStarted',
      data: { benefitUnitId: unit, municipality, startedOn: '2010-01-01' },
    });
  }
  for (const name of ['ada', 'ben', 'cem'])
    say(caseEvents, `c-${name}`, { type: 'case.opened', data: { ...ofCase(name), ...team, openedOn: '2013-09-09' } });
  say(caseEvents, 'c-dora', {
    type: 'case.opened',
    data: {
      ...ofCase('dora'),
      projectId: 'fue',
      municipality: elsewhere,
      contactId: 'jonas',
      careTeam: ['jonas'],
      openedOn: '2013-09-09',
    },
  });
  for (const [name, heldOn, first] of [
    ['ada', '2013-09-16', true],
    ['ada', '2013-11-04', false],
    ['cem', '2013-10-07', true],
  ] as const) {
    say(caseEvents, `c-${name}`, {
      type: 'interview.held',
      data: { ...ofCase(name), interviewId: `i-${name}-${heldOn}`, heldOn, place: 'TOWN_HALL', first },
    });
  }
  sayOfBen(say);
  const welding = { measureId: 'm-1', instrument: 'P45_MAT' };
  say(measureEvents, 'm-1', {
    type: 'enrolment.agreed',
    data: { ...welding, enrolmentId: 'e-1', personId: 'p-ada', caseId: 'c-ada', agreedOn: '2013-10-01' },
  });
  say(measureEvents, 'm-1', {
    type: 'enrolment.started',
    data: { ...welding, enrolmentId: 'e-1', personId: 'p-ada', caseId: 'c-ada', startedOn: '2013-10-14' },
  });
  const placed = (name: string, kind: string) => ({
    placementId: `pl-${name}-${kind}`,
    employerId: 'em-1',
    personId: `p-${name}`,
    caseId: `c-${name}`,
    kind,
    subsidisedBy: [],
  });
  say(employerEvents, 'pl-1', {
    type: 'placement.started',
    data: { ...placed('ada', 'INSURED_JOB'), startedOn: '2014-01-02' },
  });
  say(employerEvents, 'pl-1', {
    type: 'placement.continuityConfirmed',
    data: {
      placementId: 'pl-1',
      employerId: 'em-1',
      personId: 'p-ada',
      caseId: 'c-ada',
      month: 6,
      confirmedOn: '2014-04-28',
    },
  });
  say(employerEvents, 'pl-2', {
    type: 'placement.started',
    data: { ...placed('ada', 'TRAINING'), startedOn: '2014-01-20' },
  });
  say(employerEvents, 'pl-3', {
    type: 'placement.started',
    data: { ...placed('cem', 'INSURED_JOB'), subsidisedBy: ['P16I'], startedOn: '2014-02-03' },
  });
  say(employerEvents, 'pl-4', {
    type: 'placement.started',
    data: { ...placed('dora', 'INSURED_JOB'), startedOn: '2014-02-03' },
  });
  // Ben never came to work, as it turned out.
  const ofBen = placed('ben', 'INSURED_JOB');
  const confirmed = { placementId: ofBen.placementId, employerId: 'em-1', personId: 'p-ben', caseId: 'c-ben' };
  say(employerEvents, 'pl-5', { type: 'placement.started', data: { ...ofBen, startedOn: '2013-10-01' } });
  say(employerEvents, 'pl-5', {
    type: 'placement.continuityConfirmed',
    data: { ...confirmed, month: 6, confirmedOn: '2014-04-02' },
  });
  say(employerEvents, 'pl-5', {
    type: 'placement.withdrawn',
    data: { ...confirmed, withdrawnOn: '2014-04-10', reason: 'NEVER_BEGUN' },
  });
  say(employerEvents, 'l-1', {
    type: 'employer.leadReported',
    data: { leadId: 'l-1', municipality: here, reportedOn: '2013-12-01' },
  });
  say(peopleEvents, 'u-1', {
    type: 'benefitUnit.benefitEnded',
    data: {
      benefitUnitId: 'u-1',
      municipality: here,
      endedOn: '2014-01-31',
      reason: 'WORK',
      memberIds: ['p-ada', 'p-ben'],
    },
  });
  const ofCem = { benefitUnitId: 'u-2', municipality: here };
  const end = { ...ofCem, endedOn: '2014-03-31', startedOn: '2010-01-01', memberIds: ['p-cem'] };
  say(peopleEvents, 'u-2', { type: 'benefitUnit.benefitEnded', data: { ...end, reason: 'UNKNOWN' } });
  // It turns out why, and that there was an earlier time.
  say(peopleEvents, 'u-2', {
    type: 'benefitUnit.benefitWithdrawn',
    data: { ...ofCem, withdrawnOn: '2014-05-02', startedOn: '2010-01-01' },
  });
  say(peopleEvents, 'u-2', { type: 'benefitUnit.benefitStarted', data: { ...ofCem, startedOn: '2010-01-01' } });
  say(peopleEvents, 'u-2', { type: 'benefitUnit.benefitEnded', data: { ...end, reason: 'MOVED_AWAY' } });
  say(peopleEvents, 'u-2', { type: 'benefitUnit.benefitStarted', data: { ...ofCem, startedOn: '2007-01-01' } });
  say(peopleEvents, 'u-2', {
    type: 'benefitUnit.benefitEnded',
    data: { ...ofCem, endedOn: '2008-12-31', startedOn: '2007-01-01', reason: 'WORK', memberIds: [] },
  });
  return messages;
}

/** A talk that was held by mistake, then missed, then excused; a proposal and a referral by mistake: in the end, nothing. */
function sayOfBen(say: ReturnType<typeof storyteller>['say']): void {
  const talk = { ...ofCase('ben'), interviewId: 'i-ben' };
  say(caseEvents, 'c-ben', {
    type: 'interview.held',
    data: { ...talk, heldOn: '2013-10-08', place: 'TOWN_HALL', first: true },
  });
  say(caseEvents, 'c-ben', { type: 'interview.missed', data: { ...talk, missedOn: '2013-10-08', missedInARow: 1 } });
  say(caseEvents, 'c-ben', { type: 'interview.excused', data: { ...talk, excusedOn: '2013-10-10', reason: 'FAMILY' } });
  const [who, proposal] = [
    { personId: 'p-ben', caseId: 'c-ben' },
    { proposalId: 'pr-1', vacancyId: 'v-1', employerId: 'em-1' },
  ];
  say(employerEvents, 'v-1', {
    type: 'proposal.made',
    data: { ...proposal, ...who, proposedOn: '2013-10-14', withLegalNotice: false },
  });
  say(employerEvents, 'v-1', {
    type: 'proposal.withdrawn',
    data: { ...proposal, ...who, withdrawnOn: '2013-10-15', reason: 'MISTAKE' },
  });
  const referral = { referralId: 'r-1', ...who, instrument: 'P16A_DEBT' };
  say(measureEvents, 'r-1', {
    type: 'referral.sent',
    data: { ...referral, recipient: 'PROTECTED', sentOn: '2013-10-14' },
  });
  say(measureEvents, 'r-1', {
    type: 'referral.revoked',
    data: { ...referral, revokedOn: '2013-10-15', reason: 'SENT_BY_MISTAKE' },
  });
}
