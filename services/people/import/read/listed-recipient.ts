import type { MemberRole } from '../../benefit-unit/benefit-unit.ts';
import type { Contact, Language, Person } from '../../person/person.ts';
import type { ListColumn } from './list-columns.ts';
import type { ValueReader } from './read-values.ts';

/** The facts about a person that a list always has. */
type ListedIdentity = Pick<
  Person,
  'customerNumber' | 'givenName' | 'familyName' | 'birthDate' | 'sex' | 'municipality'
>;

/**
 * A recipient as one line of a list describes them. What the line leaves empty is absent: it is not known, and nothing
 * is taken away by it.
 */
export type ListedRecipient = ListedIdentity &
  Omit<Contact, 'channel'> &
  Partial<
    Pick<Person, 'schoolQualification' | 'vocationalQualification' | 'mobility' | 'obstacles' | 'severelyDisabled'>
  > & {
    benefitUnitNumber: string;
    role?: MemberRole;
    occupations?: string[];
    languages?: Language[];
    hoursPerWeek?: number;
    children?: string[];
    benefitSince: string;
    benefitUntil?: string;
  };

/** The reader of each column, made for the day of the import. */
export type RecipientReaders = {
  [Field in keyof Required<ListedRecipient>]: ValueReader<Required<ListedRecipient>[Field]>;
};

export const columnOfField: Record<keyof ListedRecipient, ListColumn> = {
  customerNumber: 'Kundennummer',
  benefitUnitNumber: 'BG-Nummer',
  role: 'Rolle',
  givenName: 'Vorname',
  familyName: 'Nachname',
  birthDate: 'Geburtsdatum',
  sex: 'Geschlecht',
  municipality: 'AGS',
  street: 'Straße',
  postcode: 'PLZ',
  town: 'Ort',
  phone: 'Telefon',
  email: 'E-Mail',
  schoolQualification: 'Schulabschluss',
  vocationalQualification: 'Berufsabschluss',
  occupations: 'Berufe',
  languages: 'Sprachen',
  mobility: 'Mobilität',
  hoursPerWeek: 'Stunden',
  children: 'Kinder',
  obstacles: 'Hemmnisse',
  severelyDisabled: 'Schwerbehinderung',
  benefitSince: 'Leistungsbezug seit',
  benefitUntil: 'Leistungsbezug bis',
};

// The record has every field of the type and no other, so its keys are the fields.
export const recipientFields = Object.keys(columnOfField) as (keyof ListedRecipient)[];

const requiredFields = [
  'customerNumber',
  'benefitUnitNumber',
  'givenName',
  'familyName',
  'birthDate',
  'sex',
  'municipality',
  'benefitSince',
] as const satisfies (keyof ListedRecipient)[];

/** True when a line has everything that no line may leave out. */
export function isWholeRecipient(read: Partial<ListedRecipient>): read is ListedRecipient {
  return requiredFields.every((field) => read[field] !== undefined);
}

export const requiredColumns: ReadonlySet<ListColumn> = new Set(requiredFields.map((field) => columnOfField[field]));
