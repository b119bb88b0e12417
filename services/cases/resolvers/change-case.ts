import { answer, found, type Refused } from '#shared/answer.ts';
import { given } from '#shared/given.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Repeatable } from '#shared/request.ts';
import { mayActIn, maySeeCase } from '../access.ts';
import type { Case, CaseDecision, Interview } from '../case.ts';
import type { Context } from '../context.ts';

/** What every change of a case names; the schema says what else belongs to it. */
export type OfCase = Repeatable & { caseId: string };
export type CasePayload = { case: Case | null };
type Arguments = { input: OfCase };

/** What a command takes: what was sent, without nulls, the day, and the ids it needs. */
export function commandOf<Command extends object>(input: object, { today }: Context, ids: object = {}): Command {
  // The schema has checked the input: it is what the command takes, and what it leaves out may be null.
  return { ...given(input), ...ids, today } as Command;
}

/** A change of a case by somebody who looks after the person. Who does not, learns not even that it exists. */
export function changeCase(input: OfCase, { actor, cases, stamp }: Context, decide: (known: Case) => CaseDecision): Promise<CasePayload | Refused> {
  return answer(async () => {
    const changing = cases.change(input.caseId, (state) => {
      const known = found(state, 'The case');
      if (!mayActIn(actor, known)) throw new Refusal('NOT_FOUND', 'The case was not found.');
      return decide(known);
    }, stamp(input));
    return { case: shownTo({ actor }, await changing.catch(explained)) };
  });
}

/** A mutation that does nothing but run a command on a case. */
export function onCase<Command extends object>(decide: (known: Case, command: Command) => CaseDecision) {
  return (_: unknown, { input }: Arguments, context: Context) => changeCase(input, context, (known) => decide(known, commandOf<Command>(input, context)));
}

/** The same for one of the interviews of a case, which is answered beside it. */
export function onInterview<Command extends { interviewId: string }>(decide: (known: Case, command: Command) => CaseDecision) {
  return async (_: unknown, { input }: { input: OfCase & { interviewId?: string } }, context: Context): Promise<(CasePayload & { interview: Interview | null }) | Refused> => {
    const interviewId = input.interviewId ?? context.newId(input);
    const payload = await changeCase(input, context, (known) => decide(known, commandOf<Command>(input, context, { interviewId })));
    return 'refusal' in payload ? payload : { ...payload, interview: payload.case?.interviews.find(({ id }) => id === interviewId) ?? null };
  };
}

/** A key answers what it answered before, also when the caller has left the team meanwhile: then the case is not for them. */
export function shownTo({ actor }: Pick<Context, 'actor'>, known: Case): Case | null {
  return maySeeCase(actor, known) ? known : null;
}

/** The store keeps open cases to one per person; here it is said what that means. */
export function explained(error: unknown): never {
  if (error instanceof Refusal && error.code === 'ALREADY_EXISTS') throw new Refusal('CASE_ALREADY_OPEN', 'There is an open case of this person already.');
  throw error;
}
