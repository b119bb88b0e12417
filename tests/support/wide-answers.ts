import { at } from './at.ts';
import { asked } from './graph-of.ts';
import type { HouseUnderTest } from './house.ts';
import { journey } from '../../gateway/page/journey.ts';

const EINHAUSEN = '06431006';
/** Who does in Einhausen what the page's operations show for Rimbach. */
const there: Record<string, string> = {
  'jonas.keller': 'anna.berg',
  'rathaus.rimbach': 'rathaus.einhausen',
  'rathaus.gross-rohrheim': 'rathaus.einhausen',
};
const CHOSEN_BY_CHANCE = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What every question of the page is answered in Einhausen, by its title, with ids in the order they appear in. */
export async function wideAnswers(house: HouseUnderTest): Promise<Record<string, unknown>> {
  const found = await asked(
    house,
    'miriam.vogt',
    'query($ags: ID!) { persons(filter: { municipality: $ags }) { edges { node { id cases { id } } } } ' +
      'imports(first: 1) { edges { node { id } } } }',
    { ags: EINHAUSEN },
  );
  const known = {
    municipality: EINHAUSEN,
    municipalities: [EINHAUSEN],
    from: '2026-08-01',
    to: '2026-10-31',
    instrument: 'P16I',
    personId: at(found, 'persons.edges.0.node.id'),
    caseId: at(found, 'persons.edges.0.node.cases.0.id'),
    importId: at(found, 'imports.edges.0.node.id'),
  };
  const questions = journey()
    .flatMap(({ operations }) => operations)
    .filter(({ query }) => query.startsWith('query'));
  const answers = new Map<string, unknown>();
  for (const { title, user, query } of questions) {
    const variables = Object.fromEntries(Object.entries(known).filter(([name]) => query.includes(`$${name}:`)));
    answers.set(title, await asked(house, there[user] ?? user, query, variables));
  }
  return timeless(Object.fromEntries(answers));
}

/** Removes what differs each time: ids, cursors and the instant something was entered at. */
function timeless(answers: object): Record<string, unknown> {
  const ids = new Map<string, string>();
  const placeholder = (id: string): string => {
    const known = ids.get(id) ?? `id ${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  const text = JSON.stringify(answers, (name, value: unknown) =>
    /cursor$/i.test(name) || /(^created|^uploaded|^entered|^received|^confirmed|^completed|^started)At$/.test(name)
      ? undefined
      : value,
  );
  return JSON.parse(text.replaceAll(CHOSEN_BY_CHANCE, placeholder)) as Record<string, unknown>;
}
