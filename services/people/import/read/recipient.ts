import type { Obstacle } from '#shared/codes/obstacles.ts';
import type { MemberRole } from '../../benefit-unit/benefit-unit.ts';
import type { Language, Mobility, SchoolQualification, Sex, VocationalQualification } from '../../person/person.ts';
import type { Column } from './columns.ts';
import type { Reader } from './read-values.ts';

/** What one line says about a person. What a line leaves empty is absent: it is not known, and nothing is taken away by it. */
export type Recipient = {
  customerNumber: string;
  benefitUnitNumber: string;
  role?: MemberRole;
  givenName: string;
  familyName: string;
  birthDate: string;
  sex: Sex;
  municipality: string;
  street?: string;
  postcode?: string;
  town?: string;
  phone?: string;
  email?: string;
  schoolQualification?: SchoolQualification;
  vocationalQualification?: VocationalQualification;
  occupations?: string[];
  languages?: Language[];
  mobility?: Mobility;
  hoursPerWeek?: number;
  children?: string[];
  obstacles?: Obstacle[];
  severelyDisabled?: boolean;
  benefitSince: string;
  benefitUntil?: string;
};

/** How each column is read, with what is known on the day of the import. */
export type RecipientReaders = { [Field in keyof Required<Recipient>]: Reader<Required<Recipient>[Field]> };

export const columnOfField: Record<keyof Recipient, Column> = {
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

export const recipientFields = Object.keys(columnOfField) as (keyof Recipient)[];
const requiredFields = [
  'customerNumber',
  'benefitUnitNumber',
  'givenName',
  'familyName',
  'birthDate',
  'sex',
  'municipality',
  'benefitSince',
] as const satisfies (keyof Recipient)[];

export function isRecipient(read: Partial<Recipient>): read is Recipient {
  return requiredFields.every((field) => read[field] !== undefined);
}

export const requiredColumns: ReadonlySet<Column> = new Set(requiredFields.map((field) => columnOfField[field]));
