import type { PeopleEvent } from '#shared/contracts/people.ts';
import type { Decision } from '#shared/documents/documents.ts';
import { folded } from './search-key.ts';

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
export const dayparts = ['MORNING', 'AFTERNOON', 'EVENING', 'NIGHT', 'WEEKEND'] as const;
export const obstacles = [
  'HEALTH',
  'DEBT',
  'ADDICTION',
  'HOUSING',
  'CHILDCARE',
  'CARE_OF_RELATIVES',
  'LANGUAGE',
  'MOBILITY',
  'QUALIFICATION',
  'LONG_ABSENCE',
  'CRIMINAL_RECORD',
  'PSYCHOSOCIAL',
] as const;

export type Sex = (typeof sexes)[number];
export type SchoolQualification = (typeof schoolQualifications)[number];
export type VocationalQualification = (typeof vocationalQualifications)[number];
export type Mobility = (typeof mobilities)[number];
export type Daypart = (typeof dayparts)[number];
export type Obstacle = (typeof obstacles)[number];

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
/** ISO 639-1 and the level of the Common European Framework. */
export type Language = { language: string; level: (typeof languageLevels)[number] };
/** KldB 2010, five digits as a string. */
export type Experience = { occupation: string; years?: number };
export type Employment = { from: string; to?: string; hoursPerWeek: number; insured: boolean };
/** Hours are null until somebody asked: nobody is matched by hours they never named. */
type Availability = { hoursPerWeek: number | null; dayparts: Daypart[] };
export type Child = { birthDate: string; careNeeded: Daypart[]; careSecured: boolean };

/** Somebody the job centre looks after. Only this service knows who it is; everybody else has the id. */
export type Person = {
  id: string;
  /** The job centre's own number for the person. */
  customerNumber: string;
  givenName: string;
  familyName: string;
  /** Folded for search and order: `mueller anna`. */
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

export function sortNameOf({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): string {
  return `${folded(familyName)} ${folded(givenName)}`;
}
