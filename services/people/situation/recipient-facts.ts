import { completedYears, hasDay } from '#shared/calendar/days.ts';
import { benefitPeriodsOf } from '../benefit-unit/benefit-months.ts';
import { membersOn, type BenefitUnit } from '../benefit-unit/benefit-unit.ts';
import { employableTime } from '../person/employable-age.ts';
import type { Child, Person } from '../person/person.ts';
import type { AgeBand, ChildcareNeed, ReceiptBand, RecipientFacts } from './situation.ts';

const LOOKED_AFTER_UNTIL = 14;

/**
 * Returns the facts about a person on the cut-off day; undefined where they were no employable recipient then. Members
 * of a unit who are too young or past the age limit are none. `units` are all that the person ever belonged to.
 */
export function recipientFacts(person: Person, units: readonly BenefitUnit[], on: string): RecipientFacts | undefined {
  const years = completedYears(person.birthDate, on);
  const receipt = benefitPeriodsOf(person.id, units).find((period) => hasDay(period, on));
  const unit = units.find((each) => membersOn(each, on).some(({ personId }) => personId === person.id));
  if (!receipt || !unit || !hasDay(employableTime(person.birthDate), on)) return undefined;
  return {
    benefitUnitId: unit.id,
    age: ageBand(years),
    receipt: receiptBand(completedYears(receipt.from, on)),
    qualification: person.vocationalQualification,
    childcare: childcareNeed(person.children, on),
    obstacles: person.obstacles,
  };
}

function ageBand(years: number): AgeBand {
  if (years < 25) return 'AGE_15_24';
  if (years < 35) return 'AGE_25_34';
  if (years < 45) return 'AGE_35_44';
  return years < 55 ? 'AGE_45_54' : 'AGE_55_PLUS';
}

function receiptBand(years: number): ReceiptBand {
  if (years < 1) return 'UNDER_1_YEAR';
  if (years < 2) return 'YEARS_1_TO_2';
  return years < 4 ? 'YEARS_2_TO_4' : 'YEARS_4_PLUS';
}

/**
 * Returns the need for childcare. One child without care outweighs all others; where nothing was entered about a child,
 * nobody has asked yet.
 */
function childcareNeed(children: readonly Child[], on: string): ChildcareNeed {
  const young = children.filter(
    ({ birthDate }) => birthDate <= on && completedYears(birthDate, on) < LOOKED_AFTER_UNTIL,
  );
  if (young.length === 0) return 'NO_CHILD_UNDER_14';
  if (young.some(({ careNeeded, careSecured }) => careNeeded.length > 0 && !careSecured)) return 'CARE_MISSING';
  return young.every(({ careSecured }) => careSecured) ? 'CARE_SECURED' : 'CARE_NOT_ASKED';
}
