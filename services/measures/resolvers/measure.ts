import { answerOrRefuse, requireFound } from '#shared/graph/answer.ts';
import { worksWithPersons } from '#shared/care-team.ts';
import type { Sort, Where } from '#shared/documents/query.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { isMunicipality } from '#shared/codes/municipalities.ts';
import { connection, type Connection, type Listing, type PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import {
  isOwnParticipant,
  mayCountPlaces,
  mayOffer,
  mayRead,
  maySeeMeasure,
  listableMeasures,
  ownsMeasure,
} from '../access.ts';
import { offerMeasure, type Offer } from '../commands/measure/offer-measure.ts';
import { updateMeasure, type MeasureChanges } from '../commands/measure/update-measure.ts';
import type { Context } from '../context.ts';
import { instrumentOnOrLast } from '../instruments/catalogue.ts';
import { lastEntryOn, type EnrolmentStatus, type Measure } from '../measure/measure.ts';
import { entryDay, measureSorts, measureSearch, type MeasureFilter, type MeasureSort } from '../measure/measure-search.ts';
import { inMeasure, type EnrolmentInMeasure } from './enrolment.ts';

type Search = PageArguments & { filter?: MeasureFilter; sort: MeasureSort };
type UpdateMeasureInput = MeasureChanges & { measureId: string };

export const measureQueries = {
  measure: (_: unknown, { id }: { id: string }, context: Context) => visibleMeasure(id, context),
  measures: (_: unknown, { filter, sort, ...page }: Search, context: Context): Promise<Connection<Measure>> =>
    connection(context.measures, { ...search(filter ?? {}, context), sort: sortFor(sort, context) }, page),
};

export const measureMutations = {
  offerMeasure: (_: unknown, { input }: { input: Offer }, context: Context) =>
    answerOrRefuse(async () => {
      const { ...offer } = input;
      if (!mayOffer(context.actor, offer.provider.id))
        throw new Refusal('FORBIDDEN', 'Team leads offer measures, and providers their own.');
      const measureId = context.newId();
      return {
        measure: await context.measures.change(
          measureId,
          (existing) => offerMeasure(existing, { ...offer, measureId }),
          context.stamp,
        ),
      };
    }),
  updateMeasure: (_: unknown, { input }: { input: UpdateMeasureInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { measureId, ...changes } = input;
      const decide = (stored: Measure | null) => {
        const measure = requireFound(stored && maySeeMeasure(context.actor, stored) ? stored : null, 'The measure');
        if (!mayOffer(context.actor, measure.provider.id))
          throw new Refusal('FORBIDDEN', 'Team leads change measures, and providers their own.');
        return updateMeasure(measure, { changes, updatedOn: context.today });
      };
      return { measure: await context.measures.change(measureId, decide, context.stamp) };
    }),
};

export const measureFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleMeasure(id, context),
  instrument: ({ instrument, startsOn }: Measure) => instrumentOnOrLast(instrument, startsOn),
  // What was offered before the key was checked may carry one that the graph does not know.
  municipality: ({ municipality: ags }: Measure) => (ags !== undefined && isMunicipality(ags) ? { ags } : null),
  entry: ({ entry = 'FIXED' }: Measure) => entry,
  lastEntryOn,
  places: counted(({ places }) => places),
  freePlaces: counted(({ freePlaces }) => freePlaces),
  hasFreePlace: ({ freePlaces }: Measure) => freePlaces > 0,
  enrolments: async (
    measure: Measure,
    { status }: { status?: EnrolmentStatus[] },
    context: Context,
  ): Promise<EnrolmentInMeasure[]> => {
    const wanted = measure.enrolments
      .filter((enrolment) => !status || status.includes(enrolment.status))
      .map(inMeasure(measure));
    if (ownsMeasure(context.actor, measure.provider.id))
      return wanted.filter((enrolment) => isOwnParticipant(context.actor, measure, enrolment));
    if (!worksWithPersons(context.actor))
      throw fieldRefusal('FORBIDDEN', 'Who takes part is for the provider and for those who look after the person.');
    const cases = await context.load.casesOfPerson.loadMany(wanted.map(({ personId }) => personId));
    return wanted.filter((_, at) => mayReadOf(context, cases[at]));
  },
};

async function visibleMeasure(id: string, { actor, load }: Context): Promise<Measure> {
  const measure = await load.measure.load(id);
  if (!measure || !maySeeMeasure(actor, measure)) throw fieldRefusal('NOT_FOUND', 'The measure was not found.');
  return measure;
}

function search(filter: MeasureFilter, context: Context): Listing<Measure> {
  const day = entryDay(filter, context.today);
  return {
    where: { ...measureSearch(filter, context.today), ...permitted(context, filter) },
    // Where the condition says it all, no more than a page is read.
    ...((day !== undefined || context.actor.role === 'ANALYST') && {
      visible: (measure: Measure) => maySeeMeasure(context.actor, measure) && lastEntryOn(measure) >= (day ?? ''),
    }),
  };
}

/** The order by free places would tell what their number does not. */
function sortFor(sort: MeasureSort, { actor }: Context): Sort {
  if (sort === 'FREE_PLACES' && !mayCountPlaces(actor))
    throw fieldRefusal(
      'FORBIDDEN',
      'sort: FREE_PLACES is not available to your role; filter by `withFreePlaces` instead.',
    );
  return measureSorts[sort];
}

function counted(count: (measure: Measure) => number) {
  return (measure: Measure, _: unknown, { actor }: Context): number => {
    if (!mayCountPlaces(actor))
      throw fieldRefusal(
        'FORBIDDEN',
        'Your role may not see the number of places; `hasFreePlace` says whether one is free.',
      );
    return count(measure);
  };
}

function permitted({ actor }: Context, { provider, withFreePlaces }: MeasureFilter): Where {
  const where = listableMeasures(actor);
  const isOfOthers = provider && actor.role === 'PROVIDER' && !ownsMeasure(actor, provider);
  const isFull = withFreePlaces === false && actor.role === 'TOWN_HALL';
  if (!where || isOfOthers || isFull) throw fieldRefusal('FORBIDDEN', 'Your role may not list these measures.');
  return where;
}

function mayReadOf({ actor }: Context, cases: Parameters<typeof mayRead>[1] | Error | undefined): boolean {
  if (cases instanceof Error) throw cases;
  return cases !== undefined && cases.length > 0 && mayRead(actor, cases);
}
