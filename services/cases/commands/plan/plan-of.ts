import { Refusal } from '#shared/refusal.ts';
import type { Case, Plan } from '../../case.ts';

/** The plan that a step follows. Refused with NO_PLAN. */
export function planOf({ plan }: Case): Plan {
  if (!plan) throw new Refusal('NO_PLAN', 'There is no plan in this case yet.');
  return plan;
}

export function withCurrent(known: Case, plan: Plan, current: Plan['versions'][number]): Case {
  return { ...known, plan: { ...plan, versions: [...plan.versions.slice(0, -1), current] } };
}
