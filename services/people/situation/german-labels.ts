/** The German names of the figures. */
const labels: Record<string, string> = {
  ALL: 'alle erwerbsfähigen Leistungsberechtigten',
  AGE_15_24: '15 bis 24 Jahre',
  AGE_25_34: '25 bis 34 Jahre',
  AGE_35_44: '35 bis 44 Jahre',
  AGE_45_54: '45 bis 54 Jahre',
  AGE_55_PLUS: '55 Jahre und älter',
  UNDER_1_YEAR: 'unter 1 Jahr im Leistungsbezug',
  YEARS_1_TO_2: '1 bis unter 2 Jahre',
  YEARS_2_TO_4: '2 bis unter 4 Jahre',
  YEARS_4_PLUS: '4 Jahre und länger',
  NONE: 'ohne Berufsabschluss',
  VOCATIONAL: 'Berufsausbildung',
  TECHNICAL_SCHOOL: 'Fachschule oder Meister',
  UNIVERSITY: 'Hochschule',
  FOREIGN_NOT_RECOGNISED: 'im Ausland erworben, nicht anerkannt',
  UNKNOWN: 'nicht bekannt',
  NO_CHILD_UNDER_14: 'kein Kind unter 14 Jahren',
  CARE_SECURED: 'Kinderbetreuung gesichert',
  CARE_MISSING: 'Kinderbetreuung fehlt',
  CARE_NOT_ASKED: 'Kinder unter 14 Jahren, Betreuung noch nicht geklärt',
  HEALTH: 'Gesundheit',
  DEBT: 'Schulden',
  ADDICTION: 'Sucht',
  HOUSING: 'Wohnung',
  CHILDCARE: 'Kinderbetreuung',
  CARE_OF_RELATIVES: 'Pflege von Angehörigen',
  LANGUAGE: 'Deutschkenntnisse',
  MOBILITY: 'Mobilität',
  QUALIFICATION: 'Qualifikation',
  LONG_ABSENCE: 'lange ohne Arbeit',
  CRIMINAL_RECORD: 'Vorstrafen',
  PSYCHOSOCIAL: 'psychosoziale Belastung',
};

export function germanLabel(code: string): string {
  return labels[code] ?? code;
}
