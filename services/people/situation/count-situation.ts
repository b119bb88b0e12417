import {
  ageBands,
  childcareNeeds,
  receiptBands,
  type AgeBand,
  type ChildcareNeed,
  type ReceiptBand,
  type RecipientFacts,
} from './situation.ts';
import { obstacles, type Obstacle } from '#shared/codes/obstacles.ts';
import { vocationalQualifications, type VocationalQualification } from '../person/person.ts';

/** The number of people and of their households: three people from one household could be recognised like one. */
export type SituationCount = { persons: number; households: number };
export type Breakdown<Code extends string> = Record<Code, SituationCount>;

/** The tables before anything is protected. */
export type ExactSituation = {
  recipients: SituationCount;
  byAge: Breakdown<AgeBand>;
  byDuration: Breakdown<ReceiptBand>;
  byQualification: Breakdown<VocationalQualification>;
  byChildcare: Breakdown<ChildcareNeed>;
  /** One person may have several, so those without are counted for each obstacle too. */
  byObstacle: Breakdown<Obstacle>;
  withoutObstacle: Breakdown<Obstacle>;
  ageByDuration: Record<AgeBand, Breakdown<ReceiptBand>>;
};

export function countSituation(recipients: readonly RecipientFacts[]): ExactSituation {
  const ofAge = (age: AgeBand): RecipientFacts[] => recipients.filter((recipient) => recipient.age === age);
  return {
    recipients: countOf(recipients),
    byAge: breakdown(ageBands, (age) => ofAge(age)),
    byDuration: breakdown(receiptBands, (band) => recipients.filter(({ receipt }) => receipt === band)),
    byQualification: breakdown(vocationalQualifications, (level) =>
      recipients.filter(({ qualification }) => qualification === level),
    ),
    byChildcare: breakdown(childcareNeeds, (need) => recipients.filter(({ childcare }) => childcare === need)),
    byObstacle: breakdown(obstacles, (obstacle) =>
      recipients.filter((recipient) => recipient.obstacles.includes(obstacle)),
    ),
    withoutObstacle: breakdown(obstacles, (obstacle) =>
      recipients.filter((recipient) => !recipient.obstacles.includes(obstacle)),
    ),
    ageByDuration: byCode(ageBands, (age) =>
      breakdown(receiptBands, (band) => ofAge(age).filter(({ receipt }) => receipt === band)),
    ),
  };
}

function breakdown<Code extends string>(
  codes: readonly Code[],
  having: (code: Code) => RecipientFacts[],
): Breakdown<Code> {
  return byCode(codes, (code) => countOf(having(code)));
}

function countOf(recipients: readonly RecipientFacts[]): SituationCount {
  return { persons: recipients.length, households: new Set(recipients.map(({ benefitUnitId }) => benefitUnitId)).size };
}

function byCode<Code extends string, Value>(
  codes: readonly Code[],
  valueOf: (code: Code) => Value,
): Record<Code, Value> {
  // Every code of the list gets its value, so the record is whole.
  return Object.fromEntries(codes.map((code) => [code, valueOf(code)])) as Record<Code, Value>;
}
