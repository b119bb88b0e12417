import { dayparts as allDayparts, type Daypart } from '#shared/codes/dayparts.ts';
import type { Sort, Where } from '#shared/documents/query.ts';
import { timetableOf } from './measure.ts';

export type MeasureFilter = {
  municipalities?: string[];
  instruments?: string[];
  provider?: string;
  dayparts?: Daypart[];
  childcareOffered?: boolean;
  maxHoursPerWeek?: number;
  startsFrom?: string;
  startsTo?: string;
  withFreePlaces?: boolean;
  enterOn?: string;
};

export const measureSorts = {
  STARTS_ON: { by: 'startsOn', direction: 'asc' },
  STARTS_ON_LATEST: { by: 'startsOn', direction: 'desc' },
  FREE_PLACES: { by: 'freePlaces', direction: 'desc' },
} as const satisfies Record<string, Sort>;
export type MeasureSort = keyof typeof measureSorts;

/** Returns the day on which somebody is to join: the one asked for, or today where a free place is asked for. */
export function entryDay({ enterOn, withFreePlaces }: MeasureFilter, today: string): string | undefined {
  return enterOn ?? (withFreePlaces ? today : undefined);
}

/** Returns the search as a condition on stored measures. What is absent asks for nothing. */
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
    ...(childcareOffered !== undefined && { childcareOffered }),
    ...(maxHoursPerWeek !== undefined && { hoursPerWeek: { to: maxHoursPerWeek } }),
    ...((startsFrom ?? startsTo) && {
      startsOn: { ...(startsFrom && { from: startsFrom }), ...(startsTo && { to: startsTo }) },
    }),
    ...(withFreePlaces !== undefined && { freePlaces: withFreePlaces ? { from: 1 } : { to: 0 } }),
    // What is over cannot be entered; about the others `lastEntryOn` decides.
    ...(enterOn && { endsOn: { from: enterOn } }),
  };
}

/** Returns every timetable that needs none but these dayparts. */
export function timetablesWithin(dayparts: readonly Daypart[]): string[] {
  const offered = allDayparts.filter((daypart) => dayparts.includes(daypart));
  return offered
    .reduce<Daypart[][]>((choices, daypart) => [...choices, ...choices.map((choice) => [...choice, daypart])], [[]])
    .filter((choice) => choice.length > 0)
    .map(timetableOf);
}
