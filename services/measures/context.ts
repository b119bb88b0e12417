import DataLoader from 'dataloader';
import type { CareTeam, CareTeams } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { byKey } from '#shared/documents/by-key.ts';
import type { ServiceRequest } from '#shared/graph/request.ts';
import type { Reservations } from './reservation/reservation.ts';
import type { Measure } from './measure/measure.ts';
import type { Referral } from './referral/referral.ts';
import type { PastMeasures, PastMeasuresOfPersons } from './past-measure/past-measure.ts';
import { placementsByPerson, type ReportedPlacement, type ReportedPlacements } from './views/placement.ts';

export type Stores = {
  measures: Collection<Measure>;
  referrals: Collection<Referral>;
  reservations: Reservations;
  teams: CareTeams;
  placements: ReportedPlacements;
  pastMeasures: PastMeasuresOfPersons;
};

/** The loaders of one request: each document is read once, however often the query asks for it. */
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
  placementsOfPerson: DataLoader<string, ReportedPlacement[]>;
  pastMeasuresOfPerson: DataLoader<string, PastMeasures | null>;
};

export type MeasuresContext = Stores & { load: Loaders };
export type Context = ServiceRequest & MeasuresContext;

export function measuresContext(stores: Stores): MeasuresContext {
  const { measures, referrals, teams, placements, pastMeasures } = stores;
  const enrolled = (key: 'id' | 'personId' | 'caseId') =>
    byKey(measures, `enrolments.${key}`, ({ enrolments }) => enrolments.map((enrolment) => enrolment[key]));
  return {
    ...stores,
    load: {
      measure: new DataLoader((ids) => measures.getMany(ids)),
      referral: new DataLoader((ids) => referrals.getMany(ids)),
      team: new DataLoader((ids) => teams.getMany(ids)),
      casesOfPerson: byKey(teams, 'personId', ({ personId }) => [personId]),
      measuresOfEnrolment: enrolled('id'),
      measuresOfPerson: enrolled('personId'),
      measuresOfCase: enrolled('caseId'),
      referralsOfPerson: byKey(referrals, 'personId', ({ personId }) => [personId]),
      referralsOfCase: byKey(referrals, 'caseId', ({ caseId }) => [caseId]),
      placementsOfPerson: placementsByPerson(placements),
      pastMeasuresOfPerson: new DataLoader((ids) => pastMeasures.getMany(ids)),
    },
  };
}
