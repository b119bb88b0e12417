import type { Daypart } from '#shared/codes/dayparts.ts';
import type { Obstacle } from '#shared/codes/obstacles.ts';
import type { PeopleEvent } from '#shared/contracts/people.ts';
import type { Decision } from '#shared/documents/documents.ts';
import { searchKey } from './search-key.ts';

export const sexes = ['FEMALE', 'MALE', 'DIVERSE', 'UNSPECIFIED'] as const;
export const channels = ['PHONE', 'EMAIL', 'LETTER'] as const;
export const schoolQualifications = [
  'NONE',
  'SPECIAL_NEEDS',
  'HAUPTSCHULE',
  'MITTLERE_REIFE',
  'FACHHOCHSCHULREIFE',
  'ABITUR',
  'UNKNOWN',
] as const;
export const vocationalQualifications = [
  'NONE',
  'VOCATIONAL',
  'TECHNICAL_SCHOOL',
  'UNIVERSITY',
  'FOREIGN_NOT_RECOGNISED',
  'UNKNOWN',
] as const;
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export const mobilities = ['ON_FOOT', 'BICYCLE', 'PUBLIC_TRANSPORT', 'CAR', 'UNKNOWN'] as const;

export type Sex = (typeof sexes)[number];
export type SchoolQualification = (typeof schoolQualifications)[number];
export type VocationalQualification = (typeof vocationalQualifications)[number];
export type Mobility = (typeof mobilities)[number];

export type Contact = {
  phone?: string;
  email?: string;
  street?: string;
  postcode?: string;
  town?: string;
  channel?: (typeof channels)[number];
};
export const contactFields = [
  'phone',
  'email',
  'street',
  'postcode',
  'town',
  'channel',
] as const satisfies readonly (keyof Contact)[];
/** A language by ISO 639-1, and the level of the Common European Framework. */
export type Language = { language: string; level: (typeof languageLevels)[number] };
/** An occupation by the KldB 2010, five digits as a string. */
export type Experience = { occupation: string; years?: number };
export type Employment = { from: string; to?: string; hoursPerWeek: number; insured: boolean };
/** When somebody can work. Hours are null until somebody asked: nobody is matched by hours they never named. */
type Availability = { hoursPerWeek: number | null; dayparts: Daypart[] };
export type Child = { birthDate: string; careNeeded: Daypart[]; careSecured: boolean };

/** A person whom the job centre looks after. Only this service knows who it is; every other one has the id. */
export type Person = {
  id: string;
  /** The job centre's own number for the person. */
  customerNumber: string;
  givenName: string;
  familyName: string;
  /** The search key of family and given name: `mueller anna`. */
  sortName: string;
  birthDate: string;
  sex: Sex;
  municipality: string;
  registeredOn: string;
  contact: Contact;
  languages: Language[];
  schoolQualification: SchoolQualification;
  vocationalQualification: VocationalQualification;
  occupations: Experience[];
  employments: Employment[];
  /** Months for which an employer was paid under §16i SGB II. */
  fundedMonths16i: number;
  mobility: Mobility;
  /** How far the person can go to work, one way. */
  radiusKm?: number;
  availability: Availability;
  children: Child[];
  severelyDisabled: boolean;
  obstacles: Obstacle[];
};

export type PersonDecision = Decision<Person, Extract<PeopleEvent, { type: `person.${string}` }>>;

/** Returns the key by which people are listed: family name, then given name. */
export function personSortName({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): string {
  return `${searchKey(familyName)} ${searchKey(givenName)}`;
}
