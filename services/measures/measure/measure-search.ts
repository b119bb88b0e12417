import type { Sort, Where } from '#shared/documents/query.ts';
import { dayparts as allDayparts, timetableOf, type Daypart } from './measure.ts';

export type MeasureFilter = {
  municipalities?: string[] | null;
  instruments?: string[] | null;
  provider?: string | null;
  dayparts?: Daypart[] | null;
  childcareOffered?: boolean | null;
  maxHoursPerWeek?: number | null;
  startsFrom?: string | null;
  startsTo?: string | null;
  withFreePlaces?: boolean | null;
  enterOn?: string | null;
};

export const measureSorts = {
  STARTS_ON: { by: 'startsOn', direction: 'asc' },
  STARTS_ON_LATEST: { by: 'startsOn', direction: 'desc' },
  FREE_PLACES: { by: 'freePlaces', direction: 'desc' },
} as const satisfies Record<string, Sort>;
export type MeasureSort = keyof typeof measureSorts;

/** The day on which somebody is to join: the one asked for, or with a free place in mind today. */
export function entryDay({ enterOn, withFreePlaces }: MeasureFilter, today: string): string | undefined {
  return enterOn ?? (withFreePlaces ? today : undefined);
}

/** The search as a condition on stored measures. What is absent or null asks for nothing. */
export function measureSearch(filter: MeasureFilter, today: string): Where {
  const enterOn = entryDay(filter, today);
  const {
    municipalities,
    instruments,
    provider,
    dayparts,
    childcareOffered,
    maxHoursPerWeek,
    startsFrom,
    startsTo,
    withFreePlaces,
  } = filter;
  return {
    ...(municipalities && { municipality: { in: municipalities } }),
    ...(instruments && { instrument: { in: instruments } }),
    ...(provider && { 'provider.id': provider }),
    ...(dayparts && { timetable: { in: timetablesWithin(dayparts) } }),
    ...(typeof childcareOffered === 'boolean' && { childcareOffered }),
    ...(typeof maxHoursPerWeek === 'number' && { hoursPerWeek: { to: maxHoursPerWeek } }),
    ...((startsFrom ?? startsTo) && {
      startsOn: { ...(startsFrom && { from: startsFrom }), ...(startsTo && { to: startsTo }) },
    }),
    ...(typeof withFreePlaces === 'boolean' && { freePlaces: withFreePlaces ? { from: 1 } : { to: 0 } }),
    // What is over cannot be entered; of what is left, `lastEntryOn` says.
    ...(enterOn && { endsOn: { from: enterOn } }),
  };
}

/** Every timetable that needs none but these dayparts. */
export function timetablesWithin(dayparts: readonly Daypart[]): string[] {
  const within = allDayparts.filter((part) => dayparts.includes(part));
  return within
    .reduce<Daypart[][]>((choices, part) => [...choices, ...choices.map((choice) => [...choice, part])], [[]])
    .filter((choice) => choice.length > 0)
    .map(timetableOf);
}
