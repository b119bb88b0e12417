import { answerOrRefuse, type RefusalPayload } from '#shared/graph/answer.ts';
import type { Case, CaseDecision } from '../case/case.ts';
import type { Interview } from '../case/interview.ts';
import { excuseInterview, type ExcuseInterview } from '../commands/interview/excuse-interview.ts';
import { holdInterview, type HoldInterview } from '../commands/interview/hold-interview.ts';
import { inviteToInterview, type InviteToInterview } from '../commands/interview/invite-to-interview.ts';
import { missInterview, type MissInterview } from '../commands/interview/miss-interview.ts';
import { noteInterview, type NoteInterview } from '../commands/interview/note-interview.ts';
import type { Context } from '../context.ts';
import { changeCase, type CaseInput, type CasePayload } from './change-case.ts';

type Input<Command> = { input: CaseInput<Command> };

export const interviewMutations = {
  inviteToInterview: (_: unknown, { input }: Input<Omit<InviteToInterview, 'interviewId'>>, context: Context) => {
    const command = { ...input, interviewId: context.newId(), today: context.today };
    return answerInterview(command, context, (state) => inviteToInterview(state, command));
  },
  holdInterview: (_: unknown, { input }: Input<HoldInterview>, context: Context) =>
    answerInterview(input, context, (state) => holdInterview(state, { ...input, today: context.today })),
  missInterview: (_: unknown, { input }: Input<MissInterview>, context: Context) =>
    answerInterview(input, context, (state) => missInterview(state, { ...input, today: context.today })),
  excuseInterview: (_: unknown, { input }: Input<ExcuseInterview>, context: Context) =>
    answerInterview(input, context, (state) => excuseInterview(state, { ...input, today: context.today })),
  noteInterview: (_: unknown, { input }: Input<NoteInterview>, context: Context) =>
    answerInterview(input, context, (state) => noteInterview(state, { ...input, today: context.today })),
};

/** Answers a change of a case with the interview that it is about, beside the case. */
function answerInterview(
  { caseId, interviewId }: { caseId: string; interviewId: string },
  context: Context,
  decide: (state: Case) => CaseDecision,
): Promise<(CasePayload & { interview: Interview | null }) | RefusalPayload> {
  return answerOrRefuse(async () => {
    const state = await changeCase(caseId, context, decide);
    return { case: state, interview: state?.interviews.find(({ id }) => id === interviewId) ?? null };
  });
}
