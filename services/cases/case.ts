import type { CaseEvent } from '#shared/contracts/cases.ts';
import type { Decision } from '#shared/documents/documents.ts';

export const closingReasons = [
  'INTEGRATED',
  'BENEFIT_ENDED',
  'MOVED_AWAY',
  'OTHER_OFFICE',
  'RETIRED',
  'DECLINED',
  'OTHER',
] as const;
export const places = ['TOWN_HALL', 'JOB_CENTRE', 'HOME', 'PHONE', 'VIDEO', 'EMPLOYER', 'OTHER'] as const;
export const excuseReasons = [
  'ILLNESS',
  'CHILDCARE',
  'WORK',
  'FAMILY',
  'TRANSPORT',
  'NOT_RECEIVED',
  'CALLED_OFF',
  'OTHER',
] as const;
export const strengths = [
  'RELIABLE',
  'MOTIVATED',
  'CRAFT_SKILL',
  'CARE_EXPERIENCE',
  'SALES_EXPERIENCE',
  'OFFICE_SKILL',
  'DRIVING',
  'LANGUAGES',
  'DIGITAL_SKILL',
  'PHYSICALLY_FIT',
  'VOLUNTEER',
  'NETWORK',
] as const;
export const obstacles = [
  'HEALTH',
  'DEBT',
  'ADDICTION',
  'HOUSING',
  'CHILDCARE',
  'CARE_OF_RELATIVES',
  'LANGUAGE',
  'MOBILITY',
  'QUALIFICATION',
  'LONG_ABSENCE',
  'CRIMINAL_RECORD',
  'PSYCHOSOCIAL',
] as const;
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
export const notAgreedReasons = [
  'NO_AGREEMENT_ON_GOAL',
  'NO_AGREEMENT_ON_STEPS',
  'DID_NOT_APPEAR',
  'REFUSED',
  'OTHER',
] as const;

export type ClosingReason = (typeof closingReasons)[number];
export type Place = (typeof places)[number];
export type ExcuseReason = (typeof excuseReasons)[number];
export type Strength = (typeof strengths)[number];
export type Obstacle = (typeof obstacles)[number];
export type StepStatus = (typeof stepStatuses)[number];
export type NotAgreedReason = (typeof notAgreedReasons)[number];

export type StatusChange = { status: 'OPEN' | 'CLOSED'; on: string; reason?: ClosingReason };

/** `scheduledAt` is an instant in UTC, `...On` a day. */
export type Interview = {
  id: string;
  status: 'INVITED' | 'HELD' | 'MISSED' | 'EXCUSED';
  scheduledAt: string;
  invitedOn: string;
  place: Place;
  placeReason?: string;
  /** Where the invitation said, and why, once it was held elsewhere. */
  invitedTo?: { place: Place; placeReason?: string };
  heldOn?: string;
  missedOn?: string;
  excusedOn?: string;
  excuse?: ExcuseReason;
  notes?: string;
};

/** Potenzialanalyse (§15(1) SGB II). */
export type Assessment = {
  id: string;
  assessedOn: string;
  strengths: { code: Strength; note?: string }[];
  obstacles: { code: Obstacle; note?: string }[];
};

/** `changedOn` is the day of the status, once it was set. */
export type PlanStep = {
  id: string;
  what: string;
  owner: (typeof stepOwners)[number];
  dueOn: string;
  status: StepStatus;
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

/** The way of one person in one project. */
export type Case = {
  id: string;
  personId: string;
  projectId: string;
  municipality: string;
  /** The first time. */
  openedOn: string;
  /** Set while the case is open, so that the store keeps it to one per person. */
  openFor?: string;
  contactId: string;
  careTeam: string[];
  history: StatusChange[];
  interviews: Interview[];
  assessments: Assessment[];
  plan?: Plan;
  notAgreed: { decidedOn: string; reason: NotAgreedReason }[];
};

type CaseEventName = `${'case' | 'interview' | 'potential' | 'plan'}.${string}`;
export type CaseDecision = Decision<Case, Extract<CaseEvent, { type: CaseEventName }>>;

/** What every event about a case says. */
export function ofCase({ id, personId, projectId, municipality }: Case): {
  caseId: string;
  personId: string;
  projectId: string;
  municipality: string;
} {
  return { caseId: id, personId, projectId, municipality };
}

export const isOpen = ({ openFor }: Case): boolean => openFor !== undefined;

export function currentVersion({ versions }: Plan): PlanVersion {
  const last = versions.at(-1);
  if (!last) throw new Error('a plan without a version');
  return last;
}
