import { familyNames, femaleNames, maleNames, streets } from './names.ts';
import type { DemoProject } from './projects.ts';
import type { Random } from './random.ts';

/** A recipient as the job centre's list has them: the columns of the import file, in German. */
export type DemoPerson = Record<(typeof columns)[number], string>;

export const columns = [
  'Kundennummer',
  'BG-Nummer',
  'Rolle',
  'Vorname',
  'Nachname',
  'Geburtsdatum',
  'Geschlecht',
  'AGS',
  'Straße',
  'PLZ',
  'Ort',
  'Telefon',
  'E-Mail',
  'Schulabschluss',
  'Berufsabschluss',
  'Berufe',
  'Sprachen',
  'Mobilität',
  'Stunden',
  'Kinder',
  'Hemmnisse',
  'Leistungsbezug seit',
  'Leistungsbezug bis',
] as const;

/** Occupations people last worked in, by how often: five-digit KldB codes. */
const occupations = [
  ['51311', 18],
  ['54101', 17],
  ['62102', 12],
  ['63301', 8],
  ['29301', 7],
  ['12102', 5],
  ['33212', 4],
  ['52122', 4],
  ['25102', 4],
  ['71402', 6],
  ['82102', 5],
  ['83112', 3],
  ['53111', 4],
  ['24412', 3],
] as const;

/** The list of one municipality, and which benefit unit ends its need during the project. */
export function demoPersons(project: DemoProject, random: Random): DemoPerson[] {
  const persons: DemoPerson[] = [];
  for (let unit = 1; persons.length < project.recipients; unit += 1) {
    const couple = random.chance(0.28) && persons.length + 2 <= project.recipients;
    persons.push(...household(project, random, { unit, members: couple ? 2 : 1, first: persons.length + 1 }));
  }
  return persons;
}

type Household = { unit: number; members: number; first: number };

/** People who live together share name, address, benefit and children. */
function household(project: DemoProject, random: Random, { unit, members, first }: Household): DemoPerson[] {
  const startYear = Number(project.startedOn.slice(0, 4));
  const shared = {
    'BG-Nummer': `43705BG${project.municipality.slice(-3)}${String(unit).padStart(4, '0')}`,
    Nachname: random.pick(familyNames),
    AGS: project.municipality,
    Straße: `${random.pick(streets)} ${random.between(1, 98)}`,
    PLZ: project.postcode,
    Ort: project.town,
    'Leistungsbezug seit': `01.${twoDigits(random.between(1, 12))}.${startYear - random.between(2, 7)}`,
    'Leistungsbezug bis': '',
  };
  const children = random.weighted([
    [0, 62],
    [1, 20],
    [2, 13],
    [3, 5],
  ]);
  const kinder = Array.from({ length: children }, () => birthDate(random, startYear - random.between(0, 15))).join('|');
  return Array.from({ length: members }, (_, member) => ({
    ...individual(random, startYear),
    ...shared,
    Kundennummer: `437D${project.municipality.slice(-3)}${String(first + member).padStart(4, '0')}`,
    Rolle: member === 0 ? 'Antragsteller' : 'Partner',
    Kinder: member === 0 ? kinder : '',
  }));
}

function individual(
  random: Random,
  startYear: number,
): Omit<
  DemoPerson,
  | 'BG-Nummer'
  | 'Nachname'
  | 'AGS'
  | 'Straße'
  | 'PLZ'
  | 'Ort'
  | 'Leistungsbezug seit'
  | 'Leistungsbezug bis'
  | 'Kundennummer'
  | 'Rolle'
  | 'Kinder'
> {
  const female = random.chance(0.51);
  const age = random.weighted([
    [random.between(18, 24), 11],
    [random.between(25, 34), 21],
    [random.between(35, 44), 25],
    [random.between(45, 54), 26],
    [random.between(55, 63), 17],
  ]);
  return {
    Vorname: random.pick(female ? femaleNames : maleNames),
    Geschlecht: female ? 'weiblich' : 'männlich',
    Geburtsdatum: birthDate(random, startYear - age),
    // Numbers of the kind that the network agency keeps free for film and print: nobody answers there.
    Telefon: `030 23125 ${random.between(100, 999)}`,
    'E-Mail': '',
    Schulabschluss: random.weighted([
      ['ohne', 22],
      ['Hauptschule', 44],
      ['mittlere Reife', 24],
      ['Fachhochschulreife', 4],
      ['Abitur', 6],
    ]),
    Berufsabschluss: random.weighted([
      ['ohne', 58],
      ['Ausbildung', 36],
      ['Fachschule', 3],
      ['Hochschule', 3],
    ]),
    Berufe: Array.from(new Set([random.weighted(occupations), random.weighted(occupations)])).join('|'),
    Sprachen: random.weighted([
      ['de:C2', 66],
      ['de:B1|tr:C2', 9],
      ['de:B1|pl:C2', 5],
      ['de:B2|ru:C2', 8],
      ['de:A2|ar:C2', 7],
      ['de:B2|it:C2', 5],
    ]),
    Mobilität: random.weighted([
      ['Bus und Bahn', 46],
      ['Auto', 32],
      ['Fahrrad', 14],
      ['zu Fuß', 8],
    ]),
    Stunden: String(
      random.weighted([
        [39, 52],
        [30, 14],
        [25, 10],
        [20, 17],
        [15, 7],
      ]),
    ),
    Hemmnisse: obstacles(random),
  };
}

function obstacles(random: Random): string {
  const drawn = (
    [
      ['HEALTH', 0.34],
      ['DEBT', 0.26],
      ['MOBILITY', 0.3],
      ['QUALIFICATION', 0.44],
      ['LONG_ABSENCE', 0.52],
      ['CHILDCARE', 0.17],
      ['LANGUAGE', 0.14],
      ['ADDICTION', 0.06],
      ['PSYCHOSOCIAL', 0.13],
    ] as const
  ).filter(([, share]) => random.chance(share));
  return drawn.map(([obstacle]) => obstacle).join('|');
}

function birthDate(random: Random, year: number): string {
  return `${twoDigits(random.between(1, 28))}.${twoDigits(random.between(1, 12))}.${year}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
