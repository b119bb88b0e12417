import { caseToActIn, casesOf, worksWithPersons } from '#shared/care-team.ts';
import { factDay } from '#shared/calendar/fact-day.ts';
import { answerOrRefuse, requireFound, type RefusalPayload } from '#shared/graph/answer.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { isOwnParticipant, mayCarryOn, mayRead } from '../access.ts';
import { extendEnrolment } from '../commands/enrolment/extend-enrolment.ts';
import { endEnrolment } from '../commands/enrolment/end-enrolment.ts';
import { proposeMeasure } from '../commands/enrolment/propose-measure.ts';
import { startEnrolment } from '../commands/enrolment/start-enrolment.ts';
import { withdrawEnrolment } from '../commands/enrolment/withdraw-enrolment.ts';
import { factDayInCase } from '../commands/fact-day-in-case.ts';
import type { Context } from '../context.ts';
import type { LongerReason } from '../instruments/longer.ts';
import { latestEndOf } from '../instruments/longest-participation.ts';
import {
  holdsPlace,
  type Enrolment,
  type EnrolmentOutcome,
  type EnrolmentWithdrawalReason,
} from '../measure/enrolment.ts';
import { grantedInstrument } from '../measure/grant.ts';
import { currentEnrolment, enrolmentOf, type Measure, type MeasureDecision } from '../measure/measure.ts';
import { MeasureRefusal } from '../refusal.ts';
import type { ReportedPlacement } from '../views/placement.ts';
import { agreePlace } from '../reservation/agree-place.ts';

/** An enrolment as the graph shows it, with its measure. */
export type EnrolmentInMeasure = Enrolment & { measure: Measure };
type EnrolmentPayload = { enrolment: EnrolmentInMeasure | null; measure: Measure };

type ProposeInput = { measureId: string; personId: string; proposedOn?: string };
type EnrolInput = { measureId: string; personId: string; agreedOn?: string; longerBecause?: LongerReason };
type StepInput = { enrolmentId: string };
type StartInput = StepInput & { startedOn?: string };
type ExtendInput = StepInput & { extendedOn?: string; reason: LongerReason };
type EndInput = StepInput & { endedOn?: string; outcome: EnrolmentOutcome };
type WithdrawInput = StepInput & { withdrawnOn?: string; reason: EnrolmentWithdrawalReason };

export const enrolmentQueries = {
  enrolment: (_: unknown, { id }: { id: string }, context: Context) => visibleEnrolment(id, context),
};

export const enrolmentMutations = {
  proposeMeasure: (_: unknown, { input }: { input: ProposeInput }, context: Context) =>
    forPerson(context, input, ({ measureId, openedOn, ...place }) => {
      const proposedOn = factDayInCase('proposedOn', input.proposedOn, { openedOn, today: context.today });
      return context.measures.change(
        measureId,
        (measure) => proposeMeasure(requireFound(measure, 'The measure'), { ...place, proposedOn }),
        context.stamp,
      );
    }),
  enrolPerson: (_: unknown, { input }: { input: EnrolInput }, context: Context) =>
    forPerson(context, input, ({ openedOn, ...place }) => {
      const agreedOn = factDayInCase('agreedOn', input.agreedOn, { openedOn, today: context.today });
      return agreePlace(context, { ...place, agreedOn, longerBecause: input.longerBecause }, context.stamp);
    }),
  startEnrolment: (_: unknown, { input }: { input: StartInput }, context: Context) =>
    step(context, { input, byProvider: true }, (measure) => {
      const startedOn = factDay('startedOn', input.startedOn, context.today);
      return startEnrolment(measure, { ...input, startedOn });
    }),
  extendEnrolment: (_: unknown, { input }: { input: ExtendInput }, context: Context) =>
    step(context, { input, byProvider: false }, (measure, placementsOfPerson) => {
      const extendedOn = factDay('extendedOn', input.extendedOn, context.today);
      return extendEnrolment(measure, { ...input, extendedOn, placementsOfPerson });
    }),
  endEnrolment: (_: unknown, { input }: { input: EndInput }, context: Context) =>
    step(context, { input, byProvider: true }, (measure) => {
      const endedOn = input.endedOn && factDay('endedOn', input.endedOn, context.today);
      return endEnrolment(measure, { ...input, endedOn, today: context.today });
    }),
  withdrawEnrolment: (_: unknown, { input }: { input: WithdrawInput }, context: Context) =>
    step(context, { input, byProvider: false }, (measure) => {
      const withdrawnOn = factDay('withdrawnOn', input.withdrawnOn, context.today);
      return withdrawEnrolment(measure, { ...input, withdrawnOn });
    }),
};

export const enrolmentFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleEnrolment(id, context),
  person: ({ personId: id }: EnrolmentInMeasure) => ({ id }),
  instrument: (enrolment: EnrolmentInMeasure) => grantedInstrument(enrolment.measure, enrolment),
  latestEndOn: (enrolment: EnrolmentInMeasure) =>
    holdsPlace(enrolment) ? latestEndOf(enrolment.measure, enrolment) : null,
  longerBecause: ({ longer }: EnrolmentInMeasure, _: unknown, { actor }: Context) =>
    worksWithPersons(actor) ? (longer?.reason ?? null) : null,
  case: ({ caseId: id }: EnrolmentInMeasure, _: unknown, { actor }: Context) =>
    worksWithPersons(actor) ? { id } : null,
};

export function inMeasure(measure: Measure): (enrolment: Enrolment) => EnrolmentInMeasure {
  return (enrolment) => ({ ...enrolment, measure });
}

async function visibleEnrolment(id: string, { actor, load }: Context): Promise<EnrolmentInMeasure> {
  const [measure] = await load.measuresOfEnrolment.load(id);
  const enrolment = measure?.enrolments.find((each) => each.id === id);
  const visible =
    measure &&
    enrolment &&
    (isOwnParticipant(actor, measure, enrolment) || mayRead(actor, await load.casesOfPerson.load(enrolment.personId)));
  if (!visible) throw fieldRefusal('NOT_FOUND', 'The enrolment was not found.');
  return inMeasure(measure)(enrolment);
}

type PlaceForPerson = {
  measureId: string;
  personId: string;
  caseId: string;
  enrolmentId: string;
  openedOn: string | undefined;
};

/** Begins something between a person and a measure, in the open case that the caller looks after. */
function forPerson(
  context: Context,
  { measureId, personId }: ProposeInput | EnrolInput,
  begin: (place: PlaceForPerson) => Promise<Measure>,
): Promise<EnrolmentPayload | RefusalPayload> {
  return answerOrRefuse(async () => {
    const { id: caseId, openedOn } = caseToActIn(context.actor, await casesOf(context.teams, personId));
    const measure = await begin({ measureId, personId, caseId, openedOn, enrolmentId: context.newId() });
    const enrolment = currentEnrolment(measure, personId);
    return { measure, enrolment: enrolment ? inMeasure(measure)(enrolment) : null };
  });
}

/** Carries on with an enrolment: the care team, and for what happens in the course its provider. */
function step(
  context: Context,
  { input, byProvider }: { input: StepInput; byProvider: boolean },
  decide: (measure: Measure, placementsOfPerson: readonly ReportedPlacement[]) => MeasureDecision,
): Promise<EnrolmentPayload | RefusalPayload> {
  return answerOrRefuse(async () => {
    const enrolment = await storedEnrolment(input.enrolmentId, context);
    const isCaring = mayCarryOn(context.actor, await casesOf(context.teams, enrolment.personId));
    if (!isCaring && !isOwnParticipant(context.actor, enrolment.measure, enrolment))
      throw new MeasureRefusal('NOT_FOUND', 'The enrolment was not found.');
    if (!isCaring && !byProvider) throw new MeasureRefusal('FORBIDDEN', 'This is for those who look after the person.');
    const placements = await context.load.placementsOfPerson.load(enrolment.personId);
    const measure = await context.measures.change(
      enrolment.measure.id,
      (stored) => decide(requireFound(stored, 'The measure'), placements),
      context.stamp,
    );
    return { measure, enrolment: inMeasure(measure)(enrolmentOf(measure, enrolment.id)) };
  });
}

/** Reads the enrolment anew: an operation may hold several steps of it. */
async function storedEnrolment(id: string, { load }: Context): Promise<EnrolmentInMeasure> {
  const [stored] = await load.measuresOfEnrolment.clear(id).load(id);
  const measure = requireFound(stored ?? null, 'The enrolment');
  return inMeasure(measure)(enrolmentOf(measure, id));
}
