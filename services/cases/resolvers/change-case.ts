import { answerOrRefuse, refuseWhenTaken, requireVisible, type RefusalPayload } from '#shared/graph/answer.ts';
import { mayActIn, maySeeCase } from '../access.ts';
import type { Case, CaseDecision, Interview } from '../case.ts';
import type { Context } from '../context.ts';
import { commandOf, type OfToday, type Sent } from './command-of.ts';

/** What every change of a case names; its command says what else belongs to it. */
export type OfCase = { caseId: string };
export type CasePayload = { case: Case | null };
export type InterviewPayload = CasePayload & { interview: Interview | null };

/** A change of a case by somebody who looks after the person. Nobody else learns even that the case exists. */
export function changeCase(
  input: OfCase,
  { actor, cases, stamp }: Context,
  decide: (known: Case) => CaseDecision,
): Promise<CasePayload | RefusalPayload> {
  return answerOrRefuse(async () => {
    const change = (decided: Decided) =>
      cases.change(
        input.caseId,
        (state) => decided(decide(requireVisible(state, (known) => mayActIn(actor, known), 'The case'))),
        stamp,
      );
    return { case: await changed({ actor }, change) };
  });
}

/** A mutation that does nothing but run a command on a case. */
export function onCase<Command extends OfToday>(decide: (known: Case, command: Command) => CaseDecision) {
  return (
    _: unknown,
    { input }: { input: OfCase & Sent<Command> },
    context: Context,
  ): Promise<CasePayload | RefusalPayload> =>
    changeCase(input, context, (known) => decide(known, commandOf<Command>(input, context, {})));
}

/** The same for an interview of a case, which is answered beside it. */
export function onInterview<Command extends OfToday & { interviewId: string }>(
  decide: (known: Case, command: Command) => CaseDecision,
) {
  return (
    _: unknown,
    { input }: { input: OfCase & Sent<Command> & { interviewId: string } },
    context: Context,
  ): Promise<InterviewPayload | RefusalPayload> =>
    withInterview(
      input.interviewId,
      changeCase(input, context, (known) => decide(known, commandOf<Command>(input, context, {}))),
    );
}

export async function withInterview(
  interviewId: string,
  changing: Promise<CasePayload | RefusalPayload>,
): Promise<InterviewPayload | RefusalPayload> {
  const payload = await changing;
  return 'refusal' in payload
    ? payload
    : { ...payload, interview: payload.case?.interviews.find(({ id }) => id === interviewId) ?? null };
}

type Decided = (decision: CaseDecision) => CaseDecision;

/**
 * Runs a change and answers the case. The caller is shown the result even where the change took them off the team. A repeated
 * key decides nothing anew: a caller who has left the team since then is not shown the case again.
 */
export async function changed(
  { actor }: Pick<Context, 'actor'>,
  change: (decided: Decided) => Promise<Case>,
): Promise<Case | null> {
  const decisions: CaseDecision[] = [];
  const known = await change((decision) => {
    decisions.push(decision);
    return decision;
  }).catch(explained);
  return decisions.length > 0 || maySeeCase(actor, known) ? known : null;
}

/** The store keeps open cases to one per person. */
const explained = refuseWhenTaken('CASE_ALREADY_OPEN', 'There is an open case of this person already.');
