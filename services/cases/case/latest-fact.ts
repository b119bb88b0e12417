import type { Case } from './case.ts';
import { currentVersion } from './plan.ts';

/** Something that happened in a case, in words for a message, and its day. */
type Fact = { what: string; on: string };

/** Returns what happened last in a case, beside its opening: the case cannot have been over before. */
export function latestFact({ interviews, assessments, plan, notAgreed }: Case): Fact | undefined {
  const facts = [
    ...interviews.flatMap(({ invitedOn, heldOn, missedOn, excusedOn }) => [
      fact('an invitation', invitedOn),
      fact('a talk', heldOn),
      fact('a missed talk', missedOn),
      fact('an excuse', excusedOn),
    ]),
    ...assessments.map(({ assessedOn }) => fact('an assessment', assessedOn)),
    ...(plan?.versions ?? []).flatMap(({ version, from, handedOverOn }) => [
      fact(`version ${version} of the plan`, from),
      fact('the handing over of the plan', handedOverOn),
    ]),
    ...(plan ? currentVersion(plan).steps.map(({ changedOn }) => fact('a step of the plan', changedOn)) : []),
    fact('a review of the plan', plan?.reviewedOn),
    ...notAgreed.map(({ decidedOn }) => fact('a plan that was not agreed', decidedOn)),
  ].filter((each) => each !== undefined);
  return facts.toSorted((left, right) => left.on.localeCompare(right.on)).at(-1);
}

function fact(what: string, on: string | undefined): Fact | undefined {
  return on === undefined ? undefined : { what, on };
}
