import { answerOrRefuse, requireFound, type RefusalPayload } from '#shared/graph/answer.ts';
import { caseToActIn, casesOf } from '#shared/care-team.ts';
import { factDay } from '#shared/calendar/fact-day.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { Refusal } from '#shared/refusal.ts';
import { isOwnParticipant, mayCarryOn, mayRead } from '../access.ts';
import { agreePlace } from '../reservation/agree-place.ts';
import { factDayInCase } from '../commands/fact-day-in-case.ts';
import { endEnrolment } from '../commands/enrolment/end-enrolment.ts';
import { proposeMeasure } from '../commands/enrolment/propose-measure.ts';
import { startEnrolment } from '../commands/enrolment/start-enrolment.ts';
import { withdrawEnrolment } from '../commands/enrolment/withdraw-enrolment.ts';
import type { Context } from '../context.ts';
import { instrumentOnOrLast } from '../instruments/catalogue.ts';
import { latestEndOf } from '../instruments/longest-participation.ts';
import {
  firstDayOf,
  currentEnrolment,
  enrolmentOf,
  holdsPlace,
  type Enrolment,
  type EnrolmentOutcome,
  type Measure,
  type MeasureDecision,
  type EnrolmentWithdrawalReason,
} from '../measure/measure.ts';

/** As the graph shows it: an enrolment knows its measure. */
export type EnrolmentInMeasure = Enrolment & { measure: Measure };
type EnrolmentPayload = { enrolment: EnrolmentInMeasure | null; measure: Measure };

type ProposeInput = { measureId: string; personId: string; proposedOn?: string | null };
type EnrolInput = { measureId: string; personId: string; agreedOn?: string | null };
type StepInput = { enrolmentId: string };
type StartInput = StepInput & { startedOn?: string | null };
type EndInput = StepInput & { endedOn?: string | null; outcome: EnrolmentOutcome };
type WithdrawInput = StepInput & { withdrawnOn?: string | null; reason: EnrolmentWithdrawalReason };

export const enrolmentQueries = {
  enrolment: (_: unknown, { id }: { id: string }, context: Context) => visibleEnrolment(id, context),
};

export const enrolmentMutations = {
  proposeMeasure: (_: unknown, { input }: { input: ProposeInput }, context: Context) =>
    forPerson(context, input, ({ measureId, ...place }, openedOn) => {
      const proposedOn = factDayInCase('proposedOn', input.proposedOn, { openedOn, today: context.today });
      return context.measures.change(
        measureId,
        (measure) => proposeMeasure(requireFound(measure, 'The measure'), { ...place, proposedOn }),
        context.stamp,
      );
    }),
  enrolPerson: (_: unknown, { input }: { input: EnrolInput }, context: Context) =>
    forPerson(context, input, (place, openedOn) =>
      agreePlace(
        context,
        { ...place, agreedOn: factDayInCase('agreedOn', input.agreedOn, { openedOn, today: context.today }) },
        context.stamp,
      ),
    ),
  startEnrolment: (_: unknown, { input }: { input: StartInput }, context: Context) =>
    step(context, { input, byProvider: true }, (measure) =>
      startEnrolment(measure, {
        enrolmentId: input.enrolmentId,
        startedOn: factDay('startedOn', input.startedOn, context.today),
      }),
    ),
  endEnrolment: (_: unknown, { input }: { input: EndInput }, context: Context) =>
    step(context, { input, byProvider: true }, (measure) =>
      endEnrolment(measure, {
        enrolmentId: input.enrolmentId,
        outcome: input.outcome,
        today: context.today,
        endedOn: input.endedOn ? factDay('endedOn', input.endedOn, context.today) : undefined,
      }),
    ),
  withdrawEnrolment: (_: unknown, { input }: { input: WithdrawInput }, context: Context) =>
    step(context, { input, byProvider: false }, (measure) =>
      withdrawEnrolment(measure, {
        enrolmentId: input.enrolmentId,
        reason: input.reason,
        withdrawnOn: factDay('withdrawnOn', input.withdrawnOn, context.today),
      }),
    ),
};

export const enrolmentFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleEnrolment(id, context),
  person: ({ personId: id }: EnrolmentInMeasure) => ({ id }),
  instrument: (enrolment: EnrolmentInMeasure) =>
    instrumentOnOrLast(enrolment.measure.instrument, firstDayOf(enrolment.measure, enrolment)),
  latestEndOn: (enrolment: EnrolmentInMeasure) =>
    holdsPlace(enrolment) ? latestEndOf(enrolment.measure, enrolment) : null,
  case: ({ caseId: id }: EnrolmentInMeasure, _: unknown, { actor }: Context) =>
    actor.role === 'PROVIDER' ? null : { id },
};

export function inMeasure(measure: Measure): (enrolment: Enrolment) => EnrolmentInMeasure {
  return (enrolment) => ({ ...enrolment, measure });
}

async function visibleEnrolment(id: string, { actor, load }: Context): Promise<EnrolmentInMeasure> {
  const [measure] = await load.measuresOfEnrolment.load(id);
  const enrolment = measure?.enrolments.find((one) => one.id === id);
  const visible =
    measure &&
    enrolment &&
    (isOwnParticipant(actor, measure, enrolment) || mayRead(actor, await load.casesOfPerson.load(enrolment.personId)));
  if (!visible) throw fieldRefusal('NOT_FOUND', 'The enrolment was not found.');
  return inMeasure(measure)(enrolment);
}

type ForPerson = { measureId: string; personId: string; caseId: string; enrolmentId: string };

/** Begins something between a person and a measure, in the open case that the caller looks after. */
function forPerson(
  context: Context,
  input: ProposeInput | EnrolInput,
  begin: (place: ForPerson, openedOn: string | undefined) => Promise<Measure>,
): Promise<EnrolmentPayload | RefusalPayload> {
  return answerOrRefuse(async () => {
    const { measureId, personId } = input;
    const { id: caseId, openedOn } = caseToActIn(context.actor, await casesOf(context.teams, personId));
    const measure = await begin({ measureId, personId, caseId, enrolmentId: context.newId() }, openedOn);
    const enrolment = currentEnrolment(measure, personId);
    return { measure, enrolment: enrolment ? inMeasure(measure)(enrolment) : null };
  });
}

/** Carries on with an enrolment: the care team, and for what happens in the course its provider. */
function step(
  context: Context,
  { input, byProvider }: { input: StepInput; byProvider: boolean },
  decide: (measure: Measure) => MeasureDecision,
): Promise<EnrolmentPayload | RefusalPayload> {
  return answerOrRefuse(async () => {
    const enrolment = await knownEnrolment(input.enrolmentId, context);
    const caring = mayCarryOn(context.actor, await casesOf(context.teams, enrolment.personId));
    if (!caring && !isOwnParticipant(context.actor, enrolment.measure, enrolment))
      throw new Refusal('NOT_FOUND', 'The enrolment was not found.');
    if (!caring && !byProvider) throw new Refusal('FORBIDDEN', 'This is for those who look after the person.');
    const measure = await context.measures.change(
      enrolment.measure.id,
      (stored) => decide(requireFound(stored, 'The measure')),
      context.stamp,
    );
    return { measure, enrolment: inMeasure(measure)(enrolmentOf(measure, enrolment.id)) };
  });
}

async function knownEnrolment(id: string, { load }: Context): Promise<EnrolmentInMeasure> {
  const [measure] = await load.measuresOfEnrolment.clear(id).load(id);
  const known = requireFound(measure ?? null, 'The enrolment');
  return inMeasure(known)(enrolmentOf(known, id));
}
