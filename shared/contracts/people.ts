import { z } from 'zod';
import type { Contract, EventOf } from './contract.ts';
import { code, day, id, municipality, occupation } from './facts.ts';

const benefitUnit = { benefitUnitId: id, municipality };
/**
 * Which of the members can be employable recipients (§7(1) no. 1 SGB II): at least 15 on the day on which it was said, and below the
 * age limit (§7a) on the day the event is about; absent where the age of one is not known. `pastAgeLimitMemberIds`: members who had
 * reached the limit by the day on which it was said; absent where nobody had, and in old events.
 */
const employable = { employableMemberIds: z.array(id).optional(), pastAgeLimitMemberIds: z.array(id).optional() };

export const peopleEvents = {
  topic: 'people.events',
  data: {
    'person.registered': z.object({ personId: id, municipality, registeredOn: day }),
    /** Which groups of facts changed, not what they are now: those stay in the people service. */
    'person.updated': z.object({ personId: id, municipality, updatedOn: day, changed: z.array(code) }),
    /** What matching needs and nothing else: coded, without age, health or family. */
    'person.profiled': z.object({
      personId: id,
      municipality,
      profiledOn: day,
      occupations: z.array(occupation),
      qualification: code,
      mobility: code,
      /** How far to work, one way; absent where nobody asked. */
      radiusKm: z.number().positive().optional(),
      hoursPerWeek: z.number().int().positive().max(48),
      availableDayparts: z.array(code),
    }),

    'benefitUnit.formed': z.object({ ...benefitUnit, formedOn: day, memberIds: z.array(id), ...employable }),
    'benefitUnit.updated': z.object({ ...benefitUnit, updatedOn: day, memberIds: z.array(id), ...employable }),
    'benefitUnit.benefitStarted': z.object({ ...benefitUnit, startedOn: day, ...employable }),
    /** `startedOn` says which time of receipt ended; absent in old events, where it was the one that went on. */
    'benefitUnit.benefitEnded': z.object({
      ...benefitUnit,
      endedOn: day,
      startedOn: day.optional(),
      reason: code,
      memberIds: z.array(id),
    }),
    /** What was said of the time of receipt that began on `startedOn` was wrong. What is right is said anew, after it. */
    'benefitUnit.benefitWithdrawn': z.object({ ...benefitUnit, withdrawnOn: day, startedOn: day }),

    'import.started': z.object({ importId: id, municipality }),
    /** The whole file is there and is being checked. */
    'import.submitted': z.object({ importId: id, municipality }),
    'import.staged': z.object({
      importId: id,
      municipality,
      lines: z.number().int().nonnegative(),
      problems: z.number().int().nonnegative(),
    }),
    /** Who a line is that may be somebody known; not who. */
    'import.decided': z.object({ importId: id, municipality, line: z.number().int().positive(), decision: code }),
    'import.confirmed': z.object({ importId: id, municipality }),
    'import.discarded': z.object({ importId: id, municipality }),
    'import.completed': z.object({
      importId: id,
      municipality,
      created: z.number().int().nonnegative(),
      updated: z.number().int().nonnegative(),
      unchanged: z.number().int().nonnegative(),
    }),
  },
} satisfies Contract;

export type PeopleEvent = EventOf<typeof peopleEvents>;
