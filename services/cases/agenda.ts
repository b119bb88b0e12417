import { germanDay } from '#shared/calendar/days.ts';
import { currentVersion, type Case, type Interview, type PlanStep } from './case.ts';

/** Something that waits on a day; `at` only where it has a time. */
export type AgendaEntry = {
  kind: 'INTERVIEW' | 'REVIEW' | 'STEP';
  on: string;
  at?: string;
  case: Case;
  interview?: Interview;
  step?: PlanStep;
};

/** What waits in open cases between two days, both included, in the order of the days; what has a time comes last in its day, in the order of the times. */
export function agendaOf(cases: readonly Case[], { from, to }: { from: string; to: string }): AgendaEntry[] {
  return cases
    .flatMap(waiting)
    .filter(({ on }) => on >= from && on <= to)
    .toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)));
}

function waiting(known: Case): AgendaEntry[] {
  const interviews = known.interviews
    .filter(({ status }) => status === 'INVITED')
    .map((interview): AgendaEntry => {
      const { scheduledAt: at } = interview;
      return { kind: 'INTERVIEW', on: germanDay(new Date(at)), at, case: known, interview };
    });
  if (!known.plan) return interviews;
  const steps = currentVersion(known.plan)
    .steps.filter(({ status }) => status === 'OPEN')
    .map((step): AgendaEntry => ({ kind: 'STEP', on: step.dueOn, case: known, step }));
  return [...interviews, { kind: 'REVIEW', on: known.plan.reviewDueOn, case: known }, ...steps];
}

/** The place of an entry among all others: no two have the same. */
export function orderOf({ on, at = '', kind, case: { id }, interview, step }: AgendaEntry): string {
  return `${on} ${at} ${kind} ${id} ${interview?.id ?? step?.id ?? ''}`;
}
