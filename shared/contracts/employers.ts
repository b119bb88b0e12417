import { z } from 'zod';
import { event, type Contract, type EventOf } from './contract.ts';
import { code, day, id, municipality, occupation } from './facts.ts';

const vacancy = { vacancyId: id, employerId: id };
const posts = {
  occupation,
  hoursPerWeek: z.number().positive().max(48),
  posts: z.number().int().positive(),
  startsOn: day,
  registeredOn: day,
};
const proposal = { proposalId: id, vacancyId: id, employerId: id, personId: id, caseId: id };
const placement = { placementId: id, employerId: id, personId: id, caseId: id };

export const employerEvents = {
  topic: 'employers.events',
  events: {
    'employer.registered': event('registeredOn', { employerId: id, municipality, registeredOn: day }),
    'employer.updated': event('updatedOn', { employerId: id, municipality, updatedOn: day, changed: z.array(code) }),
    'employer.contacted': event('contactedOn', { employerId: id, contactId: id, contactedOn: day, outcome: code }),
    'employer.leadReported': event('reportedOn', { leadId: id, municipality, reportedOn: day }),
    'employer.leadTakenUp': event('takenUpOn', { leadId: id, municipality, takenUpOn: day }),
    'employer.leadAnswered': event('answeredOn', {
      leadId: id,
      municipality,
      answeredOn: day,
      answer: code,
      employerId: id.optional(),
      vacancyId: id.optional(),
    }),

    'vacancy.registered': event('registeredOn', { ...vacancy, municipality, ...posts }),
    /** A vacancy whose place of work is outside the district. */
    'vacancy.registeredOutside': event('registeredOn', { ...vacancy, ...posts }),
    'vacancy.updated': event('updatedOn', { ...vacancy, updatedOn: day, changed: z.array(code) }),
    'vacancy.closed': event('closedOn', { ...vacancy, closedOn: day, reason: code }),

    'proposal.made': event('proposedOn', { ...proposal, proposedOn: day, withLegalNotice: z.boolean() }),
    'proposal.answered': event('answeredOn', { ...proposal, answeredOn: day, answer: code }),
    'proposal.withdrawn': event('withdrawnOn', { ...proposal, withdrawnOn: day, reason: code }),

    'placement.started': event('startedOn', {
      ...placement,
      kind: code,
      subsidisedBy: z.array(code),
      startedOn: day,
      proposalId: id.optional(),
    }),
    'placement.continuityConfirmed': event('confirmedOn', {
      ...placement,
      month: z.number().int().min(1).max(6),
      confirmedOn: day,
    }),
    'placement.ended': event('endedOn', { ...placement, endedOn: day, reason: code }),
    /** A placement that never counted: earlier events about it do not hold any more. */
    'placement.withdrawn': event('withdrawnOn', { ...placement, withdrawnOn: day, reason: code }),
  },
  formerNames: [
    { former: 'placement.proposed', present: 'proposal.made' },
    { former: 'placement.answered', present: 'proposal.answered' },
    // A placement that is withdrawn today names the placement, never the vacancy.
    { former: 'placement.withdrawn', present: 'proposal.withdrawn', marker: 'vacancyId' },
    { former: 'integration.started', present: 'placement.started' },
    { former: 'integration.continuityConfirmed', present: 'placement.continuityConfirmed' },
    { former: 'integration.ended', present: 'placement.ended' },
    { former: 'integration.withdrawn', present: 'placement.withdrawn' },
  ],
} satisfies Contract;

export type EmployerEvent = EventOf<typeof employerEvents>;
