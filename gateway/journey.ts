import { readdirSync, readFileSync } from 'node:fs';

/** One operation of the main journey, as the user who would send it. */
export type JourneyOperation = { step: number; title: string; user: string; note: string; query: string };

export type Journey = { step: number; title: string; operations: JourneyOperation[] }[];

const STEPS = [
  'Import the recipients',
  'Look at the situation',
  'Start the project',
  'Talk and assess',
  'See what fits',
  'Agree and enrol',
  'Find work',
  'Report',
];

const folder = new URL('./page/operations/', import.meta.url);

/** The journey in its order, from `page/operations/<step>-<number>-<name>.graphql`. */
export function journey(): Journey {
  const names = readdirSync(folder).filter((name) => name.endsWith('.graphql')).sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  const operations = names.map(operationIn);
  return STEPS.map((title, index) => ({ step: index + 1, title, operations: operations.filter(({ step }) => step === index + 1) }));
}

/** The first line says what it is and whose it is: `# Open a case · anna.berg`; the comment below it says the rest. */
function operationIn(name: string): JourneyOperation {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const heading = /^# (?<title>.+) · (?<user>\S+)\n(?<note>(?:#.*\n)*)(?<query>[\s\S]+)$/.exec(text)?.groups;
  if (!heading) throw new Error(`${name} has no heading such as "# Open a case · anna.berg"`);
  const { title = '', user = '', note = '', query = '' } = heading;
  return { step: Number(name.split('-')[0]), title, user, note: note.replaceAll(/^# ?/gm, '').trim().replaceAll('\n', ' '), query: query.trim() };
}
