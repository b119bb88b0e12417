import { familyNames, streets } from './names.ts';
import { drawBirthDate, drawTraits, twoDigits } from './person-traits.ts';
import type { DemoProject } from './projects.ts';
import type { Random } from './random.ts';

/** A recipient as the job centre's list has them, by the columns of the import file, in German. */
export type DemoPerson = ReturnType<typeof drawHousehold>[number];

/** Draws the list of one municipality: single people and couples. */
export function demoPersons(project: DemoProject, random: Random): DemoPerson[] {
  const persons: DemoPerson[] = [];
  for (let unit = 1; persons.length < project.recipients; unit += 1) {
    const couple = random.chance(0.28) && persons.length + 2 <= project.recipients;
    persons.push(...drawHousehold(project, random, { unit, members: couple ? 2 : 1, first: persons.length + 1 }));
  }
  return persons;
}

type Household = { unit: number; members: number; first: number };

/** Draws people who live together: they share name, address, benefit and children. */
function drawHousehold(project: DemoProject, random: Random, { unit, members, first }: Household) {
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
  const kinder = Array.from({ length: children }, () => drawBirthDate(random, startYear - random.between(0, 15))).join(
    '|',
  );
  return Array.from({ length: members }, (_, member) => ({
    ...drawTraits(random, startYear),
    ...shared,
    Kundennummer: `437D${project.municipality.slice(-3)}${String(first + member).padStart(4, '0')}`,
    Rolle: member === 0 ? 'Antragsteller' : 'Partner',
    Kinder: member === 0 ? kinder : '',
  }));
}
