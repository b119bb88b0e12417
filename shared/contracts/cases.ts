import { z } from 'zod';
import { event, type Contract, type EventOf } from './contract.ts';
import { code, day, id, municipality } from './facts.ts';

const project = { projectId: id, municipality };
/**
 * The goals of the project, by the code of a figure of its report where one counts them; goals in words stay in the
 * cases service.
 */
const goals = {
  goals: z.array(z.object({ code, target: z.number().int().nonnegative(), dueOn: day.optional() })).optional(),
};
const ofCase = { caseId: id, personId: id, projectId: id, municipality };
const team = { contactId: id, careTeam: z.array(id) };
const interview = { ...ofCase, interviewId: id };
/** The outcome of the interview that this event takes back: HELD, MISSED or EXCUSED; absent where there was none. */
const takesBack = { takesBack: code.optional() };
const plan = { ...ofCase, planId: id, version: z.number().int().positive() };
const meeting = { meetingId: id, projectId: id, municipality };

export const caseEvents = {
  topic: 'cases.events',
  events: {
    'project.started': event('startedOn', { ...project, startedOn: day, caseManagerIds: z.array(id), ...goals }),
    'project.updated': event('updatedOn', {
      ...project,
      updatedOn: day,
      changed: z.array(code),
      caseManagerIds: z.array(id),
      ...goals,
    }),
    'project.ended': event('endedOn', { ...project, endedOn: day }),

    'case.opened': event('openedOn', { ...ofCase, ...team, openedOn: day }),
    'case.careTeamChanged': event('changedOn', { ...ofCase, ...team, changedOn: day }),
    'case.closed': event('closedOn', { ...ofCase, closedOn: day, reason: code }),
    'case.reopened': event('reopenedOn', { ...ofCase, ...team, reopenedOn: day }),

    'interview.invited': event('invitedOn', { ...interview, invitedOn: day, scheduledOn: day, place: code }),
    /** Of one interview the last of these three holds, whatever an earlier event said. */
    'interview.held': event('heldOn', { ...interview, heldOn: day, place: code, first: z.boolean(), ...takesBack }),
    /**
     * A missed talk. `missedInARow` counts talks of any kind; `countedInARow` those that §7b(4) SGB II counts, up to
     * this one: 0 where it does not count this one.
     */
    'interview.missed': event('missedOn', {
      ...interview,
      missedOn: day,
      missedInARow: z.number().int().positive(),
      countedInARow: z.number().int().nonnegative().optional(),
      ...takesBack,
    }),
    'interview.excused': event('excusedOn', { ...interview, excusedOn: day, reason: code, ...takesBack }),
    /** New or other notes; their text stays in the cases service. */
    'interview.noted': event('notedOn', { ...interview, notedOn: day }),

    'potential.assessed': event('assessedOn', { ...ofCase, assessmentId: id, assessedOn: day }),

    'plan.agreed': event('agreedOn', { ...plan, agreedOn: day, reviewDueOn: day }),
    'plan.updated': event('updatedOn', { ...plan, updatedOn: day, reviewDueOn: day }),
    'plan.handedOver': event('handedOverOn', { ...plan, handedOverOn: day }),
    'plan.notAgreed': event('decidedOn', { ...ofCase, decidedOn: day, reason: code }),
    'plan.stepChanged': event('changedOn', { ...plan, stepId: id, status: code, changedOn: day }),
    'plan.reviewed': event('reviewedOn', { ...plan, reviewedOn: day, reviewDueOn: day }),

    'exchange.held': event('heldOn', {
      ...meeting,
      heldOn: day,
      topics: z.array(code),
      items: z.number().int().nonnegative(),
    }),
    'exchange.itemDone': event('doneOn', { ...meeting, itemId: id, doneOn: day }),
  },
} satisfies Contract;

export type CaseEvent = EventOf<typeof caseEvents>;
