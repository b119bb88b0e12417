import { femaleNames, maleNames } from './names.ts';
import type { Random } from './random.ts';

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

const schoolQualifications = [
  ['ohne', 22],
  ['Hauptschule', 44],
  ['mittlere Reife', 24],
  ['Fachhochschulreife', 4],
  ['Abitur', 6],
] as const;

const vocationalQualifications = [
  ['ohne', 58],
  ['Ausbildung', 36],
  ['Fachschule', 3],
  ['Hochschule', 3],
] as const;

const languages = [
  ['de:C2', 66],
  ['de:B1|tr:C2', 9],
  ['de:B1|pl:C2', 5],
  ['de:B2|ru:C2', 8],
  ['de:A2|ar:C2', 7],
  ['de:B2|it:C2', 5],
] as const;

const mobilities = [
  ['Bus und Bahn', 46],
  ['Auto', 32],
  ['Fahrrad', 14],
  ['zu Fuß', 8],
] as const;

const hoursPerWeek = [
  [39, 52],
  [30, 14],
  [25, 10],
  [20, 17],
  [15, 7],
] as const;

/** How many of hundred have each of them; somebody may have several. */
const obstacleShares = [
  ['HEALTH', 0.34],
  ['DEBT', 0.26],
  ['MOBILITY', 0.3],
  ['QUALIFICATION', 0.44],
  ['LONG_ABSENCE', 0.52],
  ['CHILDCARE', 0.17],
  ['LANGUAGE', 0.14],
  ['ADDICTION', 0.06],
  ['PSYCHOSOCIAL', 0.13],
] as const;

/** Draws what is somebody's own, whoever they live with: the columns of the list that say it. */
export function drawTraits(random: Random, startYear: number) {
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
    Geburtsdatum: drawBirthDate(random, startYear - age),
    // Numbers of the kind that the network agency keeps free for film and print: nobody answers there.
    Telefon: `030 23125 ${random.between(100, 999)}`,
    'E-Mail': '',
    Schulabschluss: random.weighted(schoolQualifications),
    Berufsabschluss: random.weighted(vocationalQualifications),
    Berufe: Array.from(new Set([random.weighted(occupations), random.weighted(occupations)])).join('|'),
    Sprachen: random.weighted(languages),
    Mobilität: random.weighted(mobilities),
    Stunden: String(random.weighted(hoursPerWeek)),
    Hemmnisse: drawObstacles(random),
  };
}

function drawObstacles(random: Random): string {
  const drawn = obstacleShares.filter(([, share]) => random.chance(share));
  return drawn.map(([obstacle]) => obstacle).join('|');
}

export function drawBirthDate(random: Random, year: number): string {
  return `${twoDigits(random.between(1, 28))}.${twoDigits(random.between(1, 12))}.${year}`;
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
