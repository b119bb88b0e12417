import { CaseRefusal } from '../refusal.ts';

export const goalKinds = [
  'INSURED_WORK',
  'TRAINING',
  'SELF_EMPLOYMENT',
  'MARGINAL_WORK',
  'STABILISATION',
  'QUALIFICATION',
] as const;
export const offerKinds = ['COUNSELLING', 'SUPPORT', 'PLACEMENT'] as const;
export const stepOwners = ['PERSON', 'JOB_CENTRE', 'TOWN_HALL', 'PROVIDER'] as const;
export const stepStatuses = ['OPEN', 'DONE', 'MISSED', 'DROPPED'] as const;

/** `changedOn` is the day of the status, once it was set. */
export type PlanStep = {
  id: string;
  what: string;
  owner: (typeof stepOwners)[number];
  dueOn: string;
  status: (typeof stepStatuses)[number];
  changedOn?: string;
};
export type PlanGoal = { kind: (typeof goalKinds)[number]; text: string };
/** What the job centre itself offers (§15(2) SGB II). */
export type PlanOffer = { kind: (typeof offerKinds)[number]; text: string };
export type PlanVersion = {
  version: number;
  from: string;
  goal: PlanGoal;
  offer?: PlanOffer;
  steps: PlanStep[];
  handedOverOn?: string;
};

/** Kooperationsplan (§15(2) SGB II): every version stays readable, the last one holds. */
export type Plan = { id: string; agreedOn: string; versions: PlanVersion[]; reviewDueOn: string; reviewedOn?: string };

/** Why no plan came about. */
export const notAgreedReasons = [
  'NO_AGREEMENT_ON_GOAL',
  'NO_AGREEMENT_ON_STEPS',
  'DID_NOT_APPEAR',
  'REFUSED',
  'OTHER',
] as const;
export type NotAgreedReason = (typeof notAgreedReasons)[number];

/** Returns the plan of a case. Refused with NO_PLAN. */
export function planOf({ plan }: { plan?: Plan }): Plan {
  if (!plan) throw new CaseRefusal('NO_PLAN', 'There is no plan in this case yet.');
  return plan;
}

export function currentVersion({ versions }: Plan): PlanVersion {
  const last = versions.at(-1);
  if (!last) throw new Error('a plan without a version');
  return last;
}

/** Returns the plan with its current version changed. */
export function replaceCurrentVersion(plan: Plan, version: PlanVersion): Plan {
  return { ...plan, versions: [...plan.versions.slice(0, -1), version] };
}
