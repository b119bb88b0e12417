import { answerOrRefuse, refuseWhenTaken, requireVisible, type RefusalPayload } from '#shared/graph/answer.ts';
import { maySeeCase } from '../access.ts';
import type { Case, CaseDecision } from '../case/case.ts';
import type { Context } from '../context.ts';
import type { CaseRefusalCode } from '../refusal.ts';

/** The input of a mutation: what its command takes beside the day on which it is asked, and the case it changes. */
export type CaseInput<Command> = { caseId: string } & Omit<Command, 'today'>;
export type CasePayload = { case: Case | null };

/** Answers a change of a case, as `changeCase` makes it. */
export function answerCase(
  { caseId }: { caseId: string },
  context: Context,
  decide: (state: Case) => CaseDecision,
): Promise<CasePayload | RefusalPayload> {
  return answerOrRefuse(async () => ({ case: await changeCase(caseId, context, decide) }));
}

/** Changes a case for somebody who looks after the person. Nobody else learns even that the case exists. */
export function changeCase(
  caseId: string,
  context: Context,
  decide: (state: Case) => CaseDecision,
): Promise<Case | null> {
  const visible = (state: Case | null) => requireVisible(state, (each) => maySeeCase(context.actor, each), 'The case');
  return writeCase(caseId, context, (state) => decide(visible(state)));
}

/**
 * Writes what is decided and returns the case, also where the change took the caller off the team. A repeated key
 * decides nothing anew: a caller who has left the team since then gets null.
 */
export async function writeCase(
  caseId: string,
  { actor, cases, stamp }: Context,
  decide: (state: Case | null) => CaseDecision,
): Promise<Case | null> {
  const attempt = { decided: false };
  const decideAnew = (state: Case | null): CaseDecision => {
    const decision = decide(state);
    attempt.decided = true;
    return decision;
  };
  const state = await cases.change(caseId, decideAnew, stamp).catch(refuseSecondOpenCase);
  return attempt.decided || maySeeCase(actor, state) ? state : null;
}

/** Refuses a second open case of a person: the store keeps them to one. */
const refuseSecondOpenCase = refuseWhenTaken(
  'CASE_ALREADY_OPEN' satisfies CaseRefusalCode,
  'There is an open case of this person already.',
);
