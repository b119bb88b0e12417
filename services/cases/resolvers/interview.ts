import { excuseInterview } from '../commands/interview/excuse-interview.ts';
import { holdInterview } from '../commands/interview/hold-interview.ts';
import { inviteToInterview, type InviteToInterview } from '../commands/interview/invite-to-interview.ts';
import { missInterview } from '../commands/interview/miss-interview.ts';
import { noteInterview } from '../commands/interview/note-interview.ts';
import type { Context } from '../context.ts';
import { changeCase, onInterview, withInterview, type OfCase } from './change-case.ts';
import { commandOf, type Sent } from './command-of.ts';

export const interviewMutations = {
  inviteToInterview: (
    _: unknown,
    { input }: { input: OfCase & Sent<InviteToInterview, 'interviewId'> },
    context: Context,
  ) => {
    const interviewId = context.newId();
    const command = commandOf<InviteToInterview, 'interviewId'>(input, context, { interviewId });
    return withInterview(
      interviewId,
      changeCase(input, context, (known) => inviteToInterview(known, command)),
    );
  },
  holdInterview: onInterview(holdInterview),
  missInterview: onInterview(missInterview),
  excuseInterview: onInterview(excuseInterview),
  noteInterview: onInterview(noteInterview),
};
