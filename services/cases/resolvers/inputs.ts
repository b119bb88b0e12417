import type { Repeatable } from '#shared/request.ts';
import type { ClosingReason, ExcuseReason, NotAgreedReason, Obstacle, Place, PlanStep, PlanVersion, StepStatus, Strength } from '../case.ts';
import type { ExchangeItem, ExchangeMeeting } from '../exchange-meeting.ts';
import type { Goal, OfficeHours, Partner } from '../project.ts';

/** Inputs as the graph hands them over: what may be left out may be null. */
type OrNull<Shape> = { [Key in keyof Shape]?: Shape[Key] | null };
type GoalInput = Omit<Goal, 'dueOn'> & { dueOn?: string | null };
type HoursInput = Omit<OfficeHours, 'validTo'> & { validTo?: string | null };
type Setup = { partners: Partner[]; goals: GoalInput[]; officeHours: HoursInput[] };

export type StartProjectInput = Repeatable & OrNull<Setup> & { municipality: string; title: string; caseManagerIds: string[]; startedOn?: string | null };
export type UpdateProjectInput = Repeatable & OrNull<Setup & { title: string; caseManagerIds: string[] }> & { projectId: string };
export type EndProjectInput = Repeatable & { projectId: string; endedOn?: string | null };

type OfCase = Repeatable & { caseId: string };
export type OpenCaseInput = Repeatable & { projectId: string; personId: string; contactId: string; careTeam: string[]; openedOn?: string | null };
export type SetCareTeamInput = OfCase & { contactId: string; careTeam: string[] };
export type CloseCaseInput = OfCase & { reason: ClosingReason; closedOn?: string | null };
export type ReopenCaseInput = OfCase & { reopenedOn?: string | null };

export type InviteInput = OfCase & { scheduledAt: string; place: Place; placeReason?: string | null; invitedOn?: string | null };
type OfInterview = OfCase & { interviewId: string };
export type HoldInput = OfInterview & { heldOn?: string | null; place?: Place | null; notes?: string | null };
export type MissInput = OfInterview & { missedOn?: string | null };
export type ExcuseInput = OfInterview & { excusedOn?: string | null; reason: ExcuseReason };
type Coded<Code> = { code: Code; note?: string | null };
export type AssessInput = OfCase & { strengths: Coded<Strength>[]; obstacles: Coded<Obstacle>[]; assessedOn?: string | null };

export type StepInput = Pick<PlanStep, 'what' | 'owner' | 'dueOn'>;
type Content = Pick<PlanVersion, 'goal'> & { steps: StepInput[] };
export type AgreePlanInput = OfCase & Content & { agreedOn?: string | null };
export type UpdatePlanInput = OfCase & Content & { updatedOn?: string | null };
export type NotAgreedInput = OfCase & { reason: NotAgreedReason; decidedOn?: string | null };
export type HandOverInput = OfCase & { handedOverOn?: string | null };
export type StepStatusInput = OfCase & { stepId: string; status: StepStatus; changedOn?: string | null };
export type ReviewInput = OfCase & { reviewedOn?: string | null };

export type ExchangeInput = Repeatable & Pick<ExchangeMeeting, 'projectId' | 'participants' | 'topics'> & { heldOn?: string | null; items: Pick<ExchangeItem, 'what' | 'owner' | 'dueOn'>[] };
export type ExchangeItemInput = Repeatable & { meetingId: string; itemId: string; doneOn?: string | null };
