import { germanDay } from '#shared/calendar/days.ts';
import type { Case } from './case.ts';
import type { Interview } from './interview.ts';
import { currentVersion, type PlanStep } from './plan.ts';

/** Something that waits on a day; `at` only where it has a time. */
export type AgendaEntry = {
  kind: 'INTERVIEW' | 'REVIEW' | 'STEP';
  on: string;
  at?: string;
  case: Case;
  interview?: Interview;
  step?: PlanStep;
};

/**
 * Returns what waits in open cases between two days, both included, in the order of the days; what has a time comes
 * last in its day, in the order of the times.
 */
export function agendaOf(cases: readonly Case[], { from, to }: { from: string; to: string }): AgendaEntry[] {
  return cases
    .flatMap(waitingIn)
    .filter(({ on }) => on >= from && on <= to)
    .toSorted((left, right) => orderOf(left).localeCompare(orderOf(right)));
}

function waitingIn(state: Case): AgendaEntry[] {
  const interviews = state.interviews
    .filter(({ status }) => status === 'INVITED')
    .map((interview): AgendaEntry => {
      const { scheduledAt: at } = interview;
      return { kind: 'INTERVIEW', on: germanDay(new Date(at)), at, case: state, interview };
    });
  if (!state.plan) return interviews;
  const steps = currentVersion(state.plan)
    .steps.filter(({ status }) => status === 'OPEN')
    .map((step): AgendaEntry => ({ kind: 'STEP', on: step.dueOn, case: state, step }));
  return [...interviews, { kind: 'REVIEW', on: state.plan.reviewDueOn, case: state }, ...steps];
}

/** Returns the position of an entry among all others: no two have the same. */
export function orderOf({ on, at = '', kind, case: { id }, interview, step }: AgendaEntry): string {
  return `${on} ${at} ${kind} ${id} ${interview?.id ?? step?.id ?? ''}`;
}
