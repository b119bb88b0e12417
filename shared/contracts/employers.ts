import { z } from 'zod';
import type { Contract, EventOf } from './contract.ts';
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
  data: {
    'employer.registered': z.object({ employerId: id, municipality, registeredOn: day }),
    'employer.updated': z.object({ employerId: id, municipality, updatedOn: day, changed: z.array(code) }),
    'employer.contacted': z.object({ employerId: id, contactId: id, contactedOn: day, outcome: code }),
    'employer.leadReported': z.object({ leadId: id, municipality, reportedOn: day }),
    'employer.leadTakenUp': z.object({ leadId: id, municipality, takenUpOn: day }),
    'employer.leadAnswered': z.object({
      leadId: id,
      municipality,
      answeredOn: day,
      answer: code,
      employerId: id.optional(),
      vacancyId: id.optional(),
    }),

    'vacancy.registered': z.object({ ...vacancy, municipality, ...posts }),
    /** The place of work is outside the district. */
    'vacancy.registeredOutside': z.object({ ...vacancy, ...posts }),
    'vacancy.updated': z.object({ ...vacancy, updatedOn: day, changed: z.array(code) }),
    'vacancy.closed': z.object({ ...vacancy, closedOn: day, reason: code }),

    'placement.proposed': z.object({ ...proposal, proposedOn: day, withLegalNotice: z.boolean() }),
    'placement.answered': z.object({ ...proposal, answeredOn: day, answer: code }),
    'placement.withdrawn': z.object({ ...proposal, withdrawnOn: day, reason: code }),

    'integration.started': z.object({
      ...placement,
      kind: code,
      subsidisedBy: z.array(code),
      startedOn: day,
      proposalId: id.optional(),
    }),
    'integration.continuityConfirmed': z.object({
      ...placement,
      month: z.number().int().min(1).max(6),
      confirmedOn: day,
    }),
    'integration.ended': z.object({ ...placement, endedOn: day, reason: code }),
    /** Nothing that was said of this placement counts any more. */
    'integration.withdrawn': z.object({ ...placement, withdrawnOn: day, reason: code }),
  },
} satisfies Contract;

export type EmployerEvent = EventOf<typeof employerEvents>;
