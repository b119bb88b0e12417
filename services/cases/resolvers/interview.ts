import { given } from '#shared/given.ts';
import { assessPotential } from '../commands/assess-potential.ts';
import { inviteToInterview } from '../commands/invite-to-interview.ts';
import { excuseInterview, holdInterview, missInterview } from '../commands/record-interview.ts';
import type { Context } from '../context.ts';
import { changeCase } from './case.ts';
import type { AssessInput, ExcuseInput, HoldInput, InviteInput, MissInput } from './inputs.ts';

export const interviewMutations = {
  inviteToInterview: async (_: unknown, { input }: { input: InviteInput }, context: Context) => {
    const { scheduledAt, place, placeReason, invitedOn = context.today } = given(input);
    const interviewId = context.newId(input);
    const payload = await changeCase(input, context, (known) => inviteToInterview(known, { interviewId, scheduledAt, place, invitedOn, today: context.today, ...(placeReason !== undefined && { placeReason }) }));
    return 'case' in payload ? { ...payload, interview: payload.case.interviews.find(({ id }) => id === interviewId) } : payload;
  },
  holdInterview: (_: unknown, { input }: { input: HoldInput }, context: Context) => {
    const { interviewId, heldOn = context.today, place, notes } = given(input);
    return changeCase(input, context, (known) => holdInterview(known, { interviewId, on: heldOn, today: context.today, ...(place !== undefined && { place }), ...(notes !== undefined && { notes }) }));
  },
  missInterview: (_: unknown, { input }: { input: MissInput }, context: Context) =>
    changeCase(input, context, (known) => missInterview(known, { interviewId: input.interviewId, on: input.missedOn ?? context.today, today: context.today })),
  excuseInterview: (_: unknown, { input }: { input: ExcuseInput }, context: Context) =>
    changeCase(input, context, (known) => excuseInterview(known, { interviewId: input.interviewId, reason: input.reason, on: input.excusedOn ?? context.today, today: context.today })),
  assessPotential: (_: unknown, { input }: { input: AssessInput }, context: Context) => {
    const { strengths, obstacles, assessedOn = context.today } = given(input);
    const id = context.newId(input);
    return changeCase(input, context, (known) => assessPotential(known, { assessment: { id, assessedOn, strengths, obstacles }, today: context.today }));
  },
};
