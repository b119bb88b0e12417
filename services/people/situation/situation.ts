import type { Obstacle } from '#shared/codes/obstacles.ts';
import type { VocationalQualification } from '../person/person.ts';

export const ageBands = ['AGE_15_24', 'AGE_25_34', 'AGE_35_44', 'AGE_45_54', 'AGE_55_PLUS'] as const;
export const receiptBands = ['UNDER_1_YEAR', 'YEARS_1_TO_2', 'YEARS_2_TO_4', 'YEARS_4_PLUS'] as const;
export const childcareNeeds = ['NO_CHILD_UNDER_14', 'CARE_SECURED', 'CARE_MISSING', 'CARE_NOT_ASKED'] as const;

export type AgeBand = (typeof ageBands)[number];
/** How long the benefit has gone on without a break. */
export type ReceiptBand = (typeof receiptBands)[number];
export type ChildcareNeed = (typeof childcareNeeds)[number];

/** The facts about a recipient on the cut-off day that the tables count. */
export type RecipientFacts = {
  benefitUnitId: string;
  age: AgeBand;
  receipt: ReceiptBand;
  qualification: VocationalQualification;
  childcare: ChildcareNeed;
  obstacles: readonly Obstacle[];
};

/** A number of people; null where it is too small to show, or reveals one that is. */
export type SituationFigure = { code: string; count: number | null; suppressed: boolean };
export type SituationRow = { age: string; figures: SituationFigure[] };

/** The recipients of a municipality on a day, as tables. */
export type SituationTables = {
  recipients: SituationFigure;
  byAge: SituationFigure[];
  byDuration: SituationFigure[];
  byQualification: SituationFigure[];
  byChildcare: SituationFigure[];
  byObstacle: SituationFigure[];
  ageByDuration: SituationRow[];
};
export type Situation = SituationTables & { municipality: string; on: string; protected: boolean; asOf: string };
