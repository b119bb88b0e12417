import type { FactGroup } from '../access.ts';
import { monthsOfReceipt } from '../benefit-unit/benefit-months.ts';
import { membersOn } from '../benefit-unit/benefit-unit.ts';
import { youngestChildOfAgeOn, type Household } from '../benefit-unit/minor-child.ts';
import type { Context } from '../context.ts';
import { isLongTermRecipient } from '../person/long-term-recipient.ts';
import type { Contact, Experience, Person } from '../person/person.ts';
import { municipalityOf } from '../reference/municipalities.ts';
import { occupationOf } from '../reference/occupations.ts';
import { PeopleRefusal } from '../refusal.ts';
import { requireVisiblePerson } from '../visible-person.ts';
import { visibleUnit } from '../visible-unit.ts';

/**
 * Makes the resolver of a field of this group: null with FORBIDDEN for callers who may know the person, but not that.
 */
function only<Arguments, Value>(group: FactGroup, read: (person: Person, input: Arguments, context: Context) => Value) {
  return async (person: Person, input: Arguments, context: Context): Promise<Awaited<Value>> => {
    if (!(await context.load.factGroups.load(person)).has(group))
      throw new PeopleRefusal('FORBIDDEN', 'You have no need to know this.');
    return await read(person, input, context);
  };
}

/** Returns everybody in the units the person belongs to today, the person included. */
async function householdOf(person: Person, { load, today }: Context): Promise<Household> {
  const units = await load.unitsOfPerson.load(person.id);
  const members = units
    .map((unit) => membersOn(unit, today))
    .filter((present) => present.some(({ personId }) => personId === person.id))
    .flat();
  const people = await load.person.loadMany(members.map(({ personId }) => personId));
  const household = members.flatMap(({ role }, index): Household => {
    const loaded = people[index];
    return loaded && !(loaded instanceof Error) ? [{ role, person: loaded }] : [];
  });
  return household.length > 0 ? household : [{ role: 'APPLICANT', person }];
}

async function youngestOfAgeOn(person: Person, context: Context): Promise<string | null> {
  return youngestChildOfAgeOn(await householdOf(person, context), context.today);
}

async function monthsInWindow(
  { id }: Person,
  window: { from: string; to: string },
  { load }: Context,
): Promise<number> {
  if (window.to < window.from) throw new PeopleRefusal('INVALID_INPUT', 'must not be before from.', 'to');
  return monthsOfReceipt(await load.benefitPeriodsOfPerson.load(id), window);
}

export const personFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => requireVisiblePerson(id, context),
  customerNumber: only('PROFILE', ({ customerNumber }) => customerNumber),
  givenName: only('NAME', ({ givenName }) => givenName),
  familyName: only('NAME', ({ familyName }) => familyName),
  birthDate: only('PROFILE', ({ birthDate }) => birthDate),
  sex: only('PROFILE', ({ sex }) => sex),
  municipality: only('PROFILE', ({ municipality }) => municipalityOf(municipality)),
  registeredOn: only('PROFILE', ({ registeredOn }) => registeredOn),
  contact: only('CONTACT', ({ contact }): Contact => contact),
  languages: only('PROFILE', ({ languages }) => languages),
  schoolQualification: only('PROFILE', ({ schoolQualification }) => schoolQualification),
  vocationalQualification: only('PROFILE', ({ vocationalQualification }) => vocationalQualification),
  occupations: only('PROFILE', ({ occupations }) => occupations),
  employments: only('PROFILE', ({ employments }) => employments),
  fundedMonths16i: only('PROFILE', ({ fundedMonths16i }) => fundedMonths16i),
  mobility: only('PROFILE', ({ mobility }) => mobility),
  radiusKm: only('PROFILE', ({ radiusKm }) => radiusKm),
  availability: only('PROFILE', ({ availability }) => availability),
  children: only('PROFILE', ({ children }) => children),
  severelyDisabled: only('SENSITIVE', ({ severelyDisabled }) => severelyDisabled),
  obstacles: only('SENSITIVE', ({ obstacles }) => obstacles),
  benefitUnits: only('PROFILE', async ({ id }, _: unknown, context) => {
    const units = await context.load.unitsOfPerson.load(id);
    const visible = await Promise.all(units.map((unit) => visibleUnit(unit, context)));
    return visible.filter((unit) => unit !== undefined);
  }),
  benefitPeriods: only('PROFILE', ({ id }, _: unknown, { load }) => load.benefitPeriodsOfPerson.load(id)),
  monthsOfReceipt: only('PROFILE', monthsInWindow),
  longTermRecipient: only('PROFILE', async (person, { on }: { on?: string | null }, { load, today }) =>
    isLongTermRecipient(person, await load.benefitPeriodsOfPerson.load(person.id), on ?? today),
  ),
  minorChildInBenefitUnit: only(
    'PROFILE',
    async (person, _: unknown, context) => (await youngestOfAgeOn(person, context)) !== null,
  ),
  youngestChildOfAgeOn: only('PROFILE', (person, _: unknown, context) => youngestOfAgeOn(person, context)),
};

export const experienceFields = { occupation: ({ occupation }: Experience) => occupationOf(occupation) };
