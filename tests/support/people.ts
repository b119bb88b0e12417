import { csvText } from '#infra/demo/csv.ts';
import { importFile } from '#infra/operate/import/import-file.ts';
import { at } from './at.ts';
import { asked, done } from './graph-of.ts';
import type { HouseUnderTest } from './house.ts';

const header = [
  'Kundennummer',
  'BG-Nummer',
  'Vorname',
  'Nachname',
  'Geburtsdatum',
  'Geschlecht',
  'AGS',
  'Leistungsbezug seit',
];

/** Returns a list of so many invented recipients, as a file. */
export function listOf(number: number, municipality: string): Uint8Array {
  const rows = Array.from({ length: number }, (_, n) => {
    const digits = String(n + 1).padStart(6, '0');
    return [
      `437D${digits}`,
      `43705BG1${digits}`,
      `Vorname${letters(n)}`,
      `Name${letters(n * 7919)}`,
      `${String((n % 28) + 1).padStart(2, '0')}.${String((n % 12) + 1).padStart(2, '0')}.${1965 + (n % 40)}`,
      'weiblich',
      municipality,
      '01.01.2020',
    ];
  });
  return new TextEncoder().encode(csvText([header, ...rows]));
}

/** Imports so many people, opens a case for each, and answers their ids. */
export async function lookedAfter(
  house: HouseUnderTest,
  { number, municipality, manager }: { number: number; municipality: string; manager: string },
): Promise<string[]> {
  await importFile(
    (query, variables) => asked(house, 'miriam.vogt', query, variables),
    {
      bytes: listOf(number, municipality),
      municipality,
      confirm: true,
      decide: async () => ({ decision: 'NEW_PERSON' }),
    },
    () => undefined,
  );
  const people = await asked(
    house,
    manager,
    'query($ags: ID!) { persons(filter: { municipality: $ags }, first: 100) { edges { node { id } } } }',
    { ags: municipality },
  );
  const ids = (at(people, 'persons.edges') as { node: { id: string } }[]).map(({ node }) => node.id);
  const project = await done(house, 'miriam.vogt', {
    name: 'startProject',
    input: { municipality, title: 'Kurze Wege', caseManagerIds: [manager], startedOn: '2026-01-05' },
    selection: 'project { id }',
  });
  for (const personId of ids) {
    await done(house, manager, {
      name: 'openCase',
      input: {
        projectId: at(project, 'project.id'),
        personId,
        contactId: manager,
        careTeam: [manager],
        openedOn: '2026-01-06',
      },
      selection: 'case { id }',
    });
  }
  return ids;
}

/** Spells a number in letters: names with digits are not names. */
function letters(number: number): string {
  return String(number % 1_000_003).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
}
