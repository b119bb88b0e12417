import { z } from 'zod';
import { event, undated, type Contract, type EventOf } from './contract.ts';
import { code, day, id, municipality, occupation } from './facts.ts';

const benefitUnit = { benefitUnitId: id, municipality };
/**
 * The members who can be employable recipients (§7(1) no. 1 SGB II): at least 15 on the day of recording, and below the
 * age limit (§7a) on the day the event is about; absent where the age of one is not known. `pastAgeLimitMemberIds`:
 * members who had reached the limit by the day of recording; absent where nobody had, and in old events.
 */
const employable = { employableMemberIds: z.array(id).optional(), pastAgeLimitMemberIds: z.array(id).optional() };

export const peopleEvents = {
  topic: 'people.events',
  events: {
    'person.registered': event('registeredOn', { personId: id, municipality, registeredOn: day }),
    /** A person's facts changed. The event names the groups, not the facts: those stay in the people service. */
    'person.updated': event('updatedOn', { personId: id, municipality, updatedOn: day, changed: z.array(code) }),
    /** A person's profile as matching needs it: coded, without age, health or family. */
    'person.profiled': event('profiledOn', {
      personId: id,
      municipality,
      profiledOn: day,
      occupations: z.array(occupation),
      qualification: code,
      mobility: code,
      /** The way to work, in one direction; absent where nobody asked. */
      radiusKm: z.number().positive().optional(),
      hoursPerWeek: z.number().int().positive().max(48),
      availableDayparts: z.array(code),
    }),

    'benefitUnit.formed': event('formedOn', { ...benefitUnit, formedOn: day, memberIds: z.array(id), ...employable }),
    'benefitUnit.updated': event('updatedOn', {
      ...benefitUnit,
      updatedOn: day,
      memberIds: z.array(id),
      ...employable,
    }),
    'benefitUnit.benefitStarted': event('startedOn', { ...benefitUnit, startedOn: day, ...employable }),
    /** A time of receipt ended. `startedOn` names it; absent in old events, which are about the one that went on. */
    'benefitUnit.benefitEnded': event('endedOn', {
      ...benefitUnit,
      endedOn: day,
      startedOn: day.optional(),
      reason: code,
      memberIds: z.array(id),
    }),
    /** The time of receipt that began on `startedOn` was recorded wrongly. Events with the right one follow. */
    'benefitUnit.benefitWithdrawn': event('withdrawnOn', { ...benefitUnit, withdrawnOn: day, startedOn: day }),

    'import.started': undated({ importId: id, municipality }),
    /** The whole list is there and is being checked. */
    'import.submitted': undated({ importId: id, municipality }),
    'import.staged': undated({
      importId: id,
      municipality,
      lines: z.number().int().nonnegative(),
      problems: z.number().int().nonnegative(),
    }),
    /** A possible duplicate was decided. The event names the line and the decision, never the person. */
    'import.decided': undated({ importId: id, municipality, line: z.number().int().positive(), decision: code }),
    'import.confirmed': undated({ importId: id, municipality }),
    'import.discarded': undated({ importId: id, municipality }),
    'import.completed': undated({
      importId: id,
      municipality,
      created: z.number().int().nonnegative(),
      updated: z.number().int().nonnegative(),
      unchanged: z.number().int().nonnegative(),
    }),
  },
} satisfies Contract;

export type PeopleEvent = EventOf<typeof peopleEvents>;
