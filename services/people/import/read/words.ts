import type { MemberRole } from '../../benefit-unit/benefit-unit.ts';
import type { Obstacle } from '#shared/codes/obstacles.ts';
import type { Mobility, SchoolQualification, Sex, VocationalQualification } from '../../person/person.ts';

/** The words that lists in practice use for our codes. */
export const sexWords: Record<string, Sex> = {
  weiblich: 'FEMALE',
  männlich: 'MALE',
  divers: 'DIVERSE',
  'ohne Angabe': 'UNSPECIFIED',
  w: 'FEMALE',
  m: 'MALE',
  d: 'DIVERSE',
};

export const roleWords: Record<string, MemberRole> = {
  Antragsteller: 'APPLICANT',
  Antragstellerin: 'APPLICANT',
  Partner: 'PARTNER',
  Partnerin: 'PARTNER',
  Kind: 'CHILD',
  Elternteil: 'PARENT',
  Sonstige: 'OTHER',
};

export const schoolWords: Record<string, SchoolQualification> = {
  ohne: 'NONE',
  Förderschule: 'SPECIAL_NEEDS',
  Hauptschule: 'HAUPTSCHULE',
  'mittlere Reife': 'MITTLERE_REIFE',
  Realschule: 'MITTLERE_REIFE',
  Fachhochschulreife: 'FACHHOCHSCHULREIFE',
  Abitur: 'ABITUR',
  unbekannt: 'UNKNOWN',
};

export const vocationalWords: Record<string, VocationalQualification> = {
  ohne: 'NONE',
  Ausbildung: 'VOCATIONAL',
  Fachschule: 'TECHNICAL_SCHOOL',
  Meister: 'TECHNICAL_SCHOOL',
  Hochschule: 'UNIVERSITY',
  'nicht anerkannt': 'FOREIGN_NOT_RECOGNISED',
  unbekannt: 'UNKNOWN',
};

export const mobilityWords: Record<string, Mobility> = {
  'zu Fuß': 'ON_FOOT',
  Fahrrad: 'BICYCLE',
  'Bus und Bahn': 'PUBLIC_TRANSPORT',
  ÖPNV: 'PUBLIC_TRANSPORT',
  Auto: 'CAR',
  unbekannt: 'UNKNOWN',
};

export const obstacleWords: Record<string, Obstacle> = {
  Gesundheit: 'HEALTH',
  Schulden: 'DEBT',
  Sucht: 'ADDICTION',
  Wohnung: 'HOUSING',
  Kinderbetreuung: 'CHILDCARE',
  Pflege: 'CARE_OF_RELATIVES',
  Sprache: 'LANGUAGE',
  Mobilität: 'MOBILITY',
  Qualifikation: 'QUALIFICATION',
  'lange Arbeitslosigkeit': 'LONG_ABSENCE',
  Vorstrafe: 'CRIMINAL_RECORD',
  psychosozial: 'PSYCHOSOCIAL',
};

export const yesWords: Record<string, 'YES' | 'NO'> = { ja: 'YES', nein: 'NO', j: 'YES', n: 'NO', x: 'YES' };
