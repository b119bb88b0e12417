import { worksWithPersons } from '#shared/care-team.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { mayRead } from '../access.ts';
import type { Context } from '../context.ts';
import { assess, type Eligibility } from '../eligibility/assess.ts';
import type { EligibilityFacts } from '../eligibility/facts.ts';
import { instrumentsGranted, type DaysOfGrant } from '../instruments/catalogue.ts';
import type { Measure } from '../measure/measure.ts';
import type { Referral } from '../referral/referral.ts';
import { timesInWorkOpportunities } from '../eligibility/work-opportunity.ts';
import { inMeasure, type EnrolmentInMeasure } from './enrolment.ts';

type Ref = { id: string };
type AskedDays = { startOn?: string | null; grantedOn?: string | null };
type FactOfPeople = Exclude<keyof EligibilityFacts, 'contractMonths' | 'placements' | 'workOpportunities'>;
/** A person as the gateway hands it over, with the facts that the people service tells this caller. */
type PersonReference = Ref & {
  [Fact in FactOfPeople]?: EligibilityFacts[Fact] | null;
} & { minorChildInBenefitUnit?: boolean | null };

export const personFields = {
  __resolveReference: (person: PersonReference) => person,
  enrolments: async ({ id }: Ref, _: unknown, context: Context) =>
    (await isReadable(id, context))
      ? enrolmentsIn(await context.load.measuresOfPerson.load(id), ({ personId }) => personId === id)
      : [],
  referrals: async ({ id }: Ref, _: unknown, context: Context) =>
    (await isReadable(id, context)) ? oldestFirst(await context.load.referralsOfPerson.load(id)) : [],
  pastMeasures: async ({ id }: Ref, _: unknown, context: Context) =>
    (await isReadable(id, context)) ? ((await context.load.pastMeasuresOfPerson.load(id))?.measures ?? []) : [],
  eligibility: async (
    person: PersonReference,
    { instrument: code, contractMonths, ...days }: AskedDays & { instrument: string; contractMonths?: number | null },
    context: Context,
  ): Promise<Eligibility> => {
    const facts = await factsOf(person, context);
    const { startOn, grantedOn } = daysAsked(days, context);
    const instrument = instrumentsGranted({ startOn, grantedOn }).find((granted) => granted.code === code);
    if (!instrument) throw fieldRefusal('INSTRUMENT_NOT_IN_FORCE', 'The catalogue has no such instrument on that day.');
    return assess(instrument, { ...facts, contractMonths: contractMonths ?? undefined }, { startOn, grantedOn });
  },
  fittingInstruments: async (person: PersonReference, asked: AskedDays, context: Context): Promise<Eligibility[]> => {
    const facts = await factsOf(person, context);
    const days = daysAsked(asked, context);
    return instrumentsGranted(days).map((instrument) => assess(instrument, facts, days));
  },
};

export const caseFields = {
  __resolveReference: ({ id }: Ref) => ({ id }),
  enrolments: async ({ id }: Ref, _: unknown, context: Context) =>
    (await isReadableCase(id, context))
      ? enrolmentsIn(await context.load.measuresOfCase.load(id), ({ caseId }) => caseId === id)
      : [],
  referrals: async ({ id }: Ref, _: unknown, context: Context) =>
    (await isReadableCase(id, context)) ? oldestFirst(await context.load.referralsOfCase.load(id)) : [],
};

/**
 * True where the caller may read about the person. Where not, the answer is empty, as for a person whom nobody looks
 * after.
 */
async function isReadable(personId: string, { actor, load }: Context): Promise<boolean> {
  if (!worksWithPersons(actor)) throw onlyForCareTeam();
  return mayRead(actor, await load.casesOfPerson.load(personId));
}

/** True where the caller may read about the person of the case; false for a case not heard of yet. */
async function isReadableCase(caseId: string, context: Context): Promise<boolean> {
  if (!worksWithPersons(context.actor)) throw onlyForCareTeam();
  const team = await context.load.team.load(caseId);
  return team !== null && isReadable(team.personId, context);
}

function onlyForCareTeam(): Error {
  return fieldRefusal('FORBIDDEN', 'This is for those who look after the person.');
}

/** Returns the days asked about; who names no day of the grant asks as if it was granted on the first day. */
function daysAsked({ startOn, grantedOn }: AskedDays, { today }: Context): DaysOfGrant {
  const start = startOn ?? today;
  const grant = grantedOn ?? start;
  if (grant > start) throw fieldRefusal('INVALID_INPUT', 'grantedOn: must not be after startOn.');
  return { startOn: start, grantedOn: grant };
}

/** Returns what rules ask about a person, for those who may read about them. */
async function factsOf(person: PersonReference, context: Context): Promise<EligibilityFacts> {
  const { id } = person;
  if (!(await isReadable(id, context))) throw onlyForCareTeam();
  const factsOfPeople = requireFacts(person);
  const [placements, measures, past] = await Promise.all([
    context.load.placementsOfPerson.load(id),
    context.load.measuresOfPerson.load(id),
    context.load.pastMeasuresOfPerson.load(id),
  ]);
  const pastMeasures = past?.measures ?? [];
  const workOpportunities = timesInWorkOpportunities(id, { measures, placements, pastMeasures });
  return { ...factsOfPeople, placements, workOpportunities };
}

/** Returns the facts that the people service owns. Refused when it kept one of them from this caller. */
function requireFacts({
  birthDate,
  benefitPeriods,
  employments,
  severelyDisabled,
  minorChildInBenefitUnit,
  youngestChildOfAgeOn = null,
  fundedMonths16i,
}: PersonReference): Pick<EligibilityFacts, FactOfPeople> {
  // No day is an answer where there is no child, and none where there is one.
  const isChildConsistent = minorChildInBenefitUnit === (youngestChildOfAgeOn !== null);
  const hasEveryFact =
    birthDate &&
    benefitPeriods &&
    employments &&
    typeof severelyDisabled === 'boolean' &&
    isChildConsistent &&
    typeof fundedMonths16i === 'number';
  if (!hasEveryFact) throw fieldRefusal('FORBIDDEN', 'What the conditions ask about this person is not for you.');
  return { birthDate, benefitPeriods, employments, severelyDisabled, youngestChildOfAgeOn, fundedMonths16i };
}

function enrolmentsIn(measures: Measure[], belongs: (enrolment: EnrolmentInMeasure) => boolean): EnrolmentInMeasure[] {
  const beginningOf = ({ proposedOn, agreedOn }: EnrolmentInMeasure): string => proposedOn ?? agreedOn ?? '';
  return measures
    .flatMap((measure) => measure.enrolments.map(inMeasure(measure)))
    .filter(belongs)
    .sort((a, b) => beginningOf(a).localeCompare(beginningOf(b)));
}

function oldestFirst(referrals: Referral[]): Referral[] {
  return referrals.toSorted((a, b) => a.sentOn.localeCompare(b.sentOn));
}
