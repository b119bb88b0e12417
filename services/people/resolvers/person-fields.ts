import { refused } from '#shared/graph-error.ts';
import type { FactGroup } from '../access.ts';
import { benefitPeriodsOf, isLongTermRecipient, isMinor, monthsOfReceipt, type Period } from '../benefit-months.ts';
import { membersOn } from '../benefit-unit.ts';
import { visiblePerson, type Context } from '../context.ts';
import type { Contact, Experience, Person } from '../person.ts';
import { municipalityOf } from '../reference/municipalities.ts';
import { occupationOf } from '../reference/occupations.ts';

/** A field of a group: null with FORBIDDEN for who may know the person, but not that. */
function only<Arguments, Value>(group: FactGroup, read: (person: Person, input: Arguments, context: Context) => Value) {
  return async (person: Person, input: Arguments, context: Context): Promise<Awaited<Value>> => {
    if (!(await context.load.groups.load(person)).has(group)) throw refused('FORBIDDEN', 'You have no need to know this.');
    return await read(person, input, context);
  };
}

async function periodsOf({ id }: Person, { load }: Context): Promise<Period[]> {
  return benefitPeriodsOf(id, await load.unitsOfPerson.load(id));
}

/** A child in the list of one of the unit's members, or a member who is a child. */
async function hasMinorChild(person: Person, { load, today }: Context): Promise<boolean> {
  const units = await load.unitsOfPerson.load(person.id);
  const members = units.flatMap((unit) => membersOn(unit, today));
  const people = await load.person.loadMany(members.map(({ personId }) => personId));
  const household = [person, ...people.filter((each): each is Person => each !== null && !(each instanceof Error))];
  return household.some(({ children }) => children.some(({ birthDate }) => isMinor(birthDate, today)))
    || household.some(({ id, birthDate }) => members.some(({ personId, role }) => personId === id && role === 'CHILD') && isMinor(birthDate, today));
}

export const personFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visiblePerson(id, context),
  customerNumber: only('PROFILE', ({ customerNumber }) => customerNumber),
  givenName: only('NAME', ({ givenName }) => givenName),
  familyName: only('NAME', ({ familyName }) => familyName),
  birthDate: only('SENSITIVE', ({ birthDate }) => birthDate),
  sex: only('PROFILE', ({ sex }) => sex),
  municipality: only('PROFILE', ({ municipality }) => municipalityOf(municipality)),
  registeredOn: only('PROFILE', ({ registeredOn }) => registeredOn),
  contact: only('CONTACT', ({ contact }): Contact => contact),
  languages: only('PROFILE', ({ languages }) => languages),
  schoolQualification: only('PROFILE', ({ schoolQualification }) => schoolQualification),
  vocationalQualification: only('PROFILE', ({ vocationalQualification }) => vocationalQualification),
  occupations: only('PROFILE', ({ occupations }) => occupations),
  employments: only('SENSITIVE', ({ employments }) => employments),
  fundedMonths16i: only('SENSITIVE', ({ fundedMonths16i }) => fundedMonths16i),
  mobility: only('PROFILE', ({ mobility }) => mobility),
  availability: only('PROFILE', ({ availability }) => availability),
  children: only('SENSITIVE', ({ children }) => children),
  severelyDisabled: only('SENSITIVE', ({ severelyDisabled }) => severelyDisabled),
  obstacles: only('SENSITIVE', ({ obstacles }) => obstacles),
  benefitUnits: only('SENSITIVE', ({ id }, _: unknown, { load }) => load.unitsOfPerson.load(id)),
  benefitPeriods: only('SENSITIVE', (person, _: unknown, context) => periodsOf(person, context)),
  monthsOfReceipt: only('SENSITIVE', async (person, window: { from: string; to: string }, context) => monthsOfReceipt(await periodsOf(person, context), window)),
  longTermRecipient: only('SENSITIVE', async (person, _: unknown, context) => isLongTermRecipient(await periodsOf(person, context), context.today)),
  minorChildInBenefitUnit: only('SENSITIVE', (person, _: unknown, context) => hasMinorChild(person, context)),
};

export const experienceFields = { occupation: ({ occupation }: Experience) => occupationOf(occupation) };
