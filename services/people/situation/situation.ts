import type { Obstacle } from '#shared/codes/obstacles.ts';
import { vocationalQualifications, type VocationalQualification } from '../person/person.ts';

export const ageBands = ['AGE_15_24', 'AGE_25_34', 'AGE_35_44', 'AGE_45_54', 'AGE_55_PLUS'] as const;
export type AgeBand = (typeof ageBands)[number];

export const receiptBands = ['UNDER_1_YEAR', 'YEARS_1_TO_2', 'YEARS_2_TO_4', 'YEARS_4_PLUS'] as const;
export type ReceiptBand = (typeof receiptBands)[number];

export const qualificationLevels = vocationalQualifications;

export const childcareNeeds = ['NO_CHILD_UNDER_14', 'CARE_SECURED', 'CARE_MISSING', 'CARE_NOT_ASKED'] as const;
export type ChildcareNeed = (typeof childcareNeeds)[number];

/** What the tables need to know of a recipient on the cut-off day, and nothing else. */
export type RecipientFacts = {
  benefitUnitId: string;
  age: AgeBand;
  receipt: ReceiptBand;
  qualification: VocationalQualification;
  childcare: ChildcareNeed;
  obstacles: readonly Obstacle[];
};

/** A number of people, or null where it was too small to show, or would have told one that was. */
export type Figure = { code: string; count: number | null; suppressed: boolean };
export type SituationRow = { age: string; figures: Figure[] };

/** The recipients of a municipality on a day, as tables. */
export type SituationTables = {
  recipients: Figure;
  byAge: Figure[];
  byDuration: Figure[];
  byQualification: Figure[];
  byChildcare: Figure[];
  byObstacle: Figure[];
  ageByDuration: SituationRow[];
};
export type Situation = SituationTables & { municipality: string; on: string; protected: boolean; asOf: string };
