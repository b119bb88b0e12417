import { excuseInterview } from '../commands/interview/excuse-interview.ts';
import { holdInterview } from '../commands/interview/hold-interview.ts';
import { inviteToInterview } from '../commands/interview/invite-to-interview.ts';
import { missInterview } from '../commands/interview/miss-interview.ts';
import { noteInterview } from '../commands/interview/note-interview.ts';
import { onInterview } from './change-case.ts';

export const interviewMutations = {
  inviteToInterview: onInterview(inviteToInterview),
  holdInterview: onInterview(holdInterview),
  missInterview: onInterview(missInterview),
  excuseInterview: onInterview(excuseInterview),
  noteInterview: onInterview(noteInterview),
};
