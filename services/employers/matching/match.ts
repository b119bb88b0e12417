import type { Vacancy } from '../vacancy/vacancy.ts';
import type { Profile } from '../views/profile.ts';

/** A condition that has to be met whatever the score. */
export type HardLimit = { code: 'HOURS' | 'DAYPARTS' | 'DRIVING'; met: boolean; explanation: string };
export type Points = {
  code: 'OCCUPATION' | 'REQUIREMENT_LEVEL' | 'PLACE' | 'HOURS';
  points: number;
  of: number;
  explanation: string;
};
/** How well somebody fits a vacancy, and why. A suggestion: a person decides. */
export type Match = {
  vacancy: Vacancy;
  profile: Profile;
  hardLimits: HardLimit[];
  points: Points[];
  score: number;
  possible: boolean;
};

const OCCUPATION = 50;
const LEVEL = 20;
const PLACE = 20;
const HOURS = 10;
/** Points by the number of leading digits of the code that agree: group, area, … */
const BY_DIGITS = [0, 8, 20, 32, 42, 50] as const;

/** Matches a person and a vacancy by fixed rules. */
export function match(profile: Profile, vacancy: Vacancy): Match {
  const hardLimits = [hoursLimit(profile, vacancy), daypartsLimit(profile, vacancy), drivingLimit(profile, vacancy)];
  const points = [
    occupationPoints(profile, vacancy),
    levelPoints(profile, vacancy),
    placePoints(profile, vacancy),
    hoursPoints(profile, vacancy),
  ];
  return {
    vacancy,
    profile,
    hardLimits,
    points,
    score: points.reduce((sum, each) => sum + each.points, 0),
    possible: hardLimits.every(({ met }) => met),
  };
}

/** Orders matches: possible ones first, then the better score; ties by id, so that the order is always the same. */
export function byFit(idOf: (match: Match) => string): (left: Match, right: Match) => number {
  return (left, right) =>
    Number(right.possible) - Number(left.possible) || right.score - left.score || (idOf(left) < idOf(right) ? -1 : 1);
}

function hoursLimit({ hoursPerWeek }: Profile, vacancy: Vacancy): HardLimit {
  const met = vacancy.hoursPerWeek <= hoursPerWeek;
  return {
    code: 'HOURS',
    met,
    explanation: `${vacancy.hoursPerWeek} hours a week are asked for, ${hoursPerWeek} are possible.`,
  };
}

function daypartsLimit({ availableDayparts }: Profile, vacancy: Vacancy): HardLimit {
  const missing =
    availableDayparts.length === 0 ? [] : vacancy.dayparts.filter((daypart) => !availableDayparts.includes(daypart));
  return {
    code: 'DAYPARTS',
    met: missing.length === 0,
    explanation:
      missing.length === 0 ? 'The times of work are possible.' : `Not possible: ${missing.join(', ').toLowerCase()}.`,
  };
}

function drivingLimit({ mobility }: Profile, { drivingLicenceNeeded }: Vacancy): HardLimit {
  const met = !drivingLicenceNeeded || mobility === 'CAR';
  return {
    code: 'DRIVING',
    met,
    explanation: drivingLicenceNeeded
      ? `A driving licence is needed${met ? ' and there' : ''}.`
      : 'No driving licence is needed.',
  };
}

function occupationPoints({ occupations }: Profile, vacancy: Vacancy): Points {
  const digits = Math.max(0, ...occupations.map((code) => sharedDigits(code, vacancy.occupation)));
  const explanation =
    digits === 0
      ? 'Has not worked in this field.'
      : digits === 5
        ? 'Has worked in this occupation.'
        : `Has worked in a related occupation: ${digits} of 5 digits of the code agree.`;
  return { code: 'OCCUPATION', points: BY_DIGITS[digits] ?? 0, of: OCCUPATION, explanation };
}

/** The level that a qualification reaches without work in it (KldB 2010): a Meister or Techniker is a specialist. */
const LEVEL_OF: Record<string, number> = { VOCATIONAL: 2, TECHNICAL_SCHOOL: 3, UNIVERSITY: 4 };

/** Points by the distance of the levels of requirement: 1 helper, 2 skilled, 3 specialist, 4 expert. */
function levelPoints({ occupations, qualification }: Profile, vacancy: Vacancy): Points {
  const asked = Number(vacancy.occupation.at(-1));
  const worked = occupations.map((code) => Number(code.at(-1)));
  const reached = Math.max(1, ...worked, LEVEL_OF[qualification] ?? 1);
  const gap = asked - reached;
  const points = gap <= 0 ? LEVEL : gap === 1 ? LEVEL / 2 : 0;
  return {
    code: 'REQUIREMENT_LEVEL',
    points,
    of: LEVEL,
    explanation:
      gap <= 0
        ? `Level ${asked} is asked for and reached.`
        : `Level ${asked} is asked for, ${reached} is reached so far.`,
  };
}

function placePoints({ municipality, mobility }: Profile, vacancy: Vacancy): Points {
  const sameMunicipality = municipality === vacancy.municipality;
  const region = vacancy.municipality === undefined ? 'Outside the district' : 'In another municipality';
  const points = sameMunicipality ? PLACE : mobility === 'CAR' ? 14 : mobility === 'PUBLIC_TRANSPORT' ? 10 : 0;
  return {
    code: 'PLACE',
    points,
    of: PLACE,
    explanation: sameMunicipality
      ? 'In the municipality the person lives in.'
      : `${region}; the way there: ${mobility.toLowerCase().replaceAll('_', ' ')}.`,
  };
}

/** Points by the share of the hours that the person can work. */
function hoursPoints({ hoursPerWeek }: Profile, vacancy: Vacancy): Points {
  const share = Math.min(1, vacancy.hoursPerWeek / hoursPerWeek);
  return {
    code: 'HOURS',
    points: Math.round(share * HOURS),
    of: HOURS,
    explanation: `${Math.round(share * 100)} % of the hours the person can work.`,
  };
}

/** Returns how many leading digits of two codes agree. */
function sharedDigits(code: string, otherCode: string): number {
  let digits = 0;
  while (digits < code.length && code[digits] === otherCode[digits]) digits += 1;
  return digits;
}
