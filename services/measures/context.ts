import DataLoader from 'dataloader';
import type { CareTeam, CareTeams } from '#shared/care-team.ts';
import type { Collection, Identified } from '#shared/documents/documents.ts';
import type { ServiceRequest } from '#shared/request.ts';
import type { Booking } from './booking.ts';
import type { Measure } from './measure.ts';
import type { Referral } from './referral.ts';
import type { PlacementSeen, PlacementsSeen } from './views/placement.ts';

export type Stores = { measures: Collection<Measure>; referrals: Collection<Referral>; bookings: Collection<Booking>; teams: CareTeams; placements: PlacementsSeen };

/** What is read once per request, however often the query asks for it. */
type Loaders = {
  measure: DataLoader<string, Measure | null>;
  referral: DataLoader<string, Referral | null>;
  team: DataLoader<string, CareTeam | null>;
  casesOfPerson: DataLoader<string, CareTeam[]>;
  measuresOfEnrolment: DataLoader<string, Measure[]>;
  measuresOfPerson: DataLoader<string, Measure[]>;
  measuresOfCase: DataLoader<string, Measure[]>;
  referralsOfPerson: DataLoader<string, Referral[]>;
  referralsOfCase: DataLoader<string, Referral[]>;
  placementsOfPerson: DataLoader<string, PlacementSeen[]>;
};

export type MeasuresContext = Stores & { load: Loaders };
export type Context = ServiceRequest & MeasuresContext;

export function measuresContext({ measures, referrals, bookings, teams, placements }: Stores): MeasuresContext {
  const enrolled = (key: 'id' | 'personId' | 'caseId') => grouped(measures, `enrolments.${key}`, ({ enrolments }) => enrolments.map((enrolment) => enrolment[key]));
  return {
    measures, referrals, bookings, teams, placements,
    load: {
      measure: new DataLoader((ids) => measures.getMany(ids)),
      referral: new DataLoader((ids) => referrals.getMany(ids)),
      team: new DataLoader((ids) => teams.getMany(ids)),
      casesOfPerson: grouped(teams, 'personId', ({ personId }) => [personId]),
      measuresOfEnrolment: enrolled('id'),
      measuresOfPerson: enrolled('personId'),
      measuresOfCase: enrolled('caseId'),
      referralsOfPerson: grouped(referrals, 'personId', ({ personId }) => [personId]),
      referralsOfCase: grouped(referrals, 'caseId', ({ caseId }) => [caseId]),
      placementsOfPerson: grouped(placements, 'personId', ({ personId }) => [personId]),
    },
  };
}

/** For each key, every document that carries it. */
function grouped<State extends Identified>(collection: Collection<State>, path: string, keysOf: (state: State) => string[]): DataLoader<string, State[]> {
  return new DataLoader(async (keys) => {
    const groups = new Map<string, State[]>(keys.map((key) => [key, []]));
    for (const state of await everyOne(collection, path, keys)) {
      for (const key of new Set(keysOf(state))) groups.get(key)?.push(state);
    }
    return keys.map((key) => groups.get(key) ?? []);
  });
}

const BATCH = 500;

async function everyOne<State extends Identified>(collection: Collection<State>, path: string, keys: readonly string[]): Promise<State[]> {
  const all: State[] = [];
  let after: string | undefined;
  for (;;) {
    const { edges, hasNextPage } = await collection.find({ where: { [path]: { in: keys } }, first: BATCH, after });
    all.push(...edges.map(({ node }) => node));
    after = edges.at(-1)?.cursor;
    if (!hasNextPage || after === undefined) return all;
  }
}
