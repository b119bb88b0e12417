import { readdirSync, readFileSync } from 'node:fs';

/** One operation of the main journey, as the user who would send it. */
export type JourneyOperation = { step: number; title: string; user: string; note: string; query: string };

export type Journey = { step: number; title: string; purpose: string; operations: JourneyOperation[] }[];

const STEPS = [
  { title: 'Import the recipients', purpose: 'A list is taken over whole or not at all; nobody is in it twice.' },
  { title: 'Look at the situation', purpose: 'What people in the municipality bring, and what stands in the way.' },
  { title: 'Start the project', purpose: 'Job centre and town hall agree partners, goals and office hours.' },
  { title: 'Talk and assess', purpose: 'Each person is met where they live, and looked after by a team from then on.' },
  { title: 'See what fits', purpose: 'Which funding the law allows, and which measure has a free place.' },
  { title: 'Agree and enrol', purpose: 'An individual way in writing, and a place that is given once.' },
  { title: 'Find work', purpose: 'From the mayor’s word about a company to a job that lasts.' },
  { title: 'Report', purpose: 'What came of it, from events alone.' },
];

const folder = new URL('./operations/', import.meta.url);

/** Returns the journey in its order, from `page/operations/<step>-<number>-<name>.graphql`. */
export function journey(): Journey {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  const operations = names.map(operationIn);
  return STEPS.map((about, index) => ({
    step: index + 1,
    ...about,
    operations: operations.filter(({ step }) => step === index + 1),
  }));
}

/**
 * Reads an operation. The first line gives title and user: `# Open a case · anna.berg`; the comment below it is the
 * note.
 */
function operationIn(name: string): JourneyOperation {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const heading = /^# (?<title>.+) · (?<user>\S+)\n(?<note>(?:#.*\n)*)(?<query>[\s\S]+)$/.exec(text)?.groups;
  if (!heading) throw new Error(`${name} has no heading such as "# Open a case · anna.berg"`);
  const { title = '', user = '', note = '', query = '' } = heading;
  return {
    step: Number(name.split('-')[0]),
    title,
    user,
    note: note.replaceAll(/^# ?/gm, '').trim().replaceAll('\n', ' '),
    query: query.trim(),
  };
}
