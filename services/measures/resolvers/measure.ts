import { worksWithPersons, type CareTeam } from '#shared/care-team.ts';
import { isMunicipality } from '#shared/codes/municipalities.ts';
import type { Sort } from '#shared/documents/query.ts';
import { answerOrRefuse, requireVisible } from '#shared/graph/answer.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { connection, type Connection, type Listing, type PageArguments } from '#shared/graph/paging.ts';
import {
  isOwnParticipant,
  listableMeasures,
  mayCountPlaces,
  mayOffer,
  mayRead,
  maySeeMeasure,
  ownsMeasure,
} from '../access.ts';
import { offerMeasure, type Offer } from '../commands/measure/offer-measure.ts';
import { updateMeasure, type MeasureChanges } from '../commands/measure/update-measure.ts';
import type { Context } from '../context.ts';
import { instrumentOnOrLast } from '../instruments/catalogue.ts';
import type { EnrolmentStatus } from '../measure/enrolment.ts';
import { lastEntryOn } from '../measure/entry.ts';
import type { Measure } from '../measure/measure.ts';
import {
  entryDay,
  measureSearch,
  measureSorts,
  type MeasureFilter,
  type MeasureSort,
} from '../measure/measure-search.ts';
import { MeasureRefusal } from '../refusal.ts';
import { inMeasure, type EnrolmentInMeasure } from './enrolment.ts';

type MeasuresArguments = PageArguments & { filter?: MeasureFilter; sort: MeasureSort };
type UpdateMeasureInput = MeasureChanges & { measureId: string };

export const measureQueries = {
  measure: (_: unknown, { id }: { id: string }, context: Context) => visibleMeasure(id, context),
  measures: (_: unknown, { filter, sort, ...page }: MeasuresArguments, context: Context) =>
    listMeasures(context, { filter: filter ?? {}, sort }, page),
};

export const measureMutations = {
  offerMeasure: (_: unknown, { input }: { input: Offer }, context: Context) =>
    answerOrRefuse(async () => {
      if (!mayOffer(context.actor, input.provider.id))
        throw new MeasureRefusal('FORBIDDEN', 'Team leads offer measures, and providers their own.');
      const measureId = context.newId();
      const offer = (existing: Measure | null) => offerMeasure(existing, { ...input, measureId });
      return { measure: await context.measures.change(measureId, offer, context.stamp) };
    }),
  updateMeasure: (_: unknown, { input }: { input: UpdateMeasureInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { measureId, ...changes } = input;
      const update = (stored: Measure | null) => {
        const measure = requireVisible(stored, (found) => maySeeMeasure(context.actor, found), 'The measure');
        if (!mayOffer(context.actor, measure.provider.id))
          throw new MeasureRefusal('FORBIDDEN', 'Team leads change measures, and providers their own.');
        return updateMeasure(measure, { changes, updatedOn: context.today });
      };
      return { measure: await context.measures.change(measureId, update, context.stamp) };
    }),
};

export const measureFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleMeasure(id, context),
  instrument: ({ instrument, startsOn }: Measure) => instrumentOnOrLast(instrument, startsOn),
  // What was offered before the key was checked may carry one that the graph does not know.
  municipality: ({ municipality: ags }: Measure) => (ags !== undefined && isMunicipality(ags) ? { ags } : null),
  entry: ({ entry = 'FIXED' }: Measure) => entry,
  lastEntryOn,
  places: numberForSome(({ places }) => places),
  freePlaces: numberForSome(({ freePlaces }) => freePlaces),
  hasFreePlace: ({ freePlaces }: Measure) => freePlaces > 0,
  enrolments: (measure: Measure, { status }: { status?: EnrolmentStatus[] | null }, context: Context) =>
    visibleEnrolments(
      measure.enrolments.filter((enrolment) => !status || status.includes(enrolment.status)).map(inMeasure(measure)),
      measure,
      context,
    ),
};

async function visibleMeasure(id: string, { actor, load }: Context): Promise<Measure> {
  const measure = await load.measure.load(id);
  if (!measure || !maySeeMeasure(actor, measure)) throw fieldRefusal('NOT_FOUND', 'The measure was not found.');
  return measure;
}

function listMeasures(
  context: Context,
  { filter, sort }: { filter: MeasureFilter; sort: MeasureSort },
  page: PageArguments,
): Promise<Connection<Measure>> {
  return connection(context.measures, { ...listing(filter, context), sort: orderOf(sort, context) }, page);
}

function listing(filter: MeasureFilter, { actor, today }: Context): Listing<Measure> {
  const listable = listableMeasures(actor, filter);
  if (!listable) throw fieldRefusal('FORBIDDEN', 'Your role may not list these measures.');
  const day = entryDay(filter, today);
  return {
    where: { ...measureSearch(filter, today), ...listable.where },
    // Where the condition says it all, no more than a page is read.
    ...((day !== undefined || listable.each) && {
      visible: (measure: Measure) => maySeeMeasure(actor, measure) && lastEntryOn(measure) >= (day ?? ''),
    }),
  };
}

/** Refuses the order by free places to roles that may not know their number: it would tell it. */
function orderOf(sort: MeasureSort, { actor }: Context): Sort {
  if (sort === 'FREE_PLACES' && !mayCountPlaces(actor))
    throw fieldRefusal(
      'FORBIDDEN',
      'sort: FREE_PLACES is not available to your role; filter by `withFreePlaces` instead.',
    );
  return measureSorts[sort];
}

function numberForSome(numberOf: (measure: Measure) => number) {
  return (measure: Measure, _: unknown, { actor }: Context): number => {
    if (!mayCountPlaces(actor))
      throw fieldRefusal(
        'FORBIDDEN',
        'Your role may not see the number of places; `hasFreePlace` says whether one is free.',
      );
    return numberOf(measure);
  };
}

/** Shows a provider its own participants, and those who work with persons the people whom they may read about. */
async function visibleEnrolments(
  enrolments: EnrolmentInMeasure[],
  measure: Measure,
  { actor, load }: Context,
): Promise<EnrolmentInMeasure[]> {
  if (ownsMeasure(actor, measure.provider.id))
    return enrolments.filter((enrolment) => isOwnParticipant(actor, measure, enrolment));
  if (!worksWithPersons(actor))
    throw fieldRefusal('FORBIDDEN', 'Who takes part is for the provider and for those who look after the person.');
  const cases = await load.casesOfPerson.loadMany(enrolments.map(({ personId }) => personId));
  return enrolments.filter((_, at) => hasReadableCase(cases[at]));

  function hasReadableCase(casesOfPerson: CareTeam[] | Error | undefined): boolean {
    if (casesOfPerson instanceof Error) throw casesOfPerson;
    return casesOfPerson !== undefined && casesOfPerson.length > 0 && mayRead(actor, casesOfPerson);
  }
}
