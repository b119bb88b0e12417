import { csvText } from './csv.ts';
import { z } from 'zod';
import { importFile } from '../operate/import/import-file.ts';
import type { DemoActor } from './actor.ts';
import { demoPersons } from './persons.ts';
import type { DemoProject } from './projects.ts';
import { random } from './random.ts';

/** Somebody of the list, as the register knows them. */
export type DemoRecipient = { personId: string; benefitUnitId: string | null };

const page = z.object({
  persons: z.object({
    edges: z.array(
      z.object({
        node: z.object({
          id: z.string(),
          customerNumber: z.string(),
          benefitUnits: z.array(z.object({ id: z.string() })),
        }),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

const query = `query Recipients($municipality: ID!, $after: String) {
  persons(filter: { municipality: $municipality }, sort: NAME, first: 100, after: $after) {
    edges { node { id customerNumber benefitUnits { id } } } pageInfo { hasNextPage endCursor }
  }
}`;

/** Has the team lead take over the list of the municipality, as it would come from the benefit department. */
export async function importRecipients(project: DemoProject, { ask }: DemoActor): Promise<void> {
  const persons = demoPersons(project, random(Number(project.municipality)));
  const bytes = new TextEncoder().encode(
    csvText([Object.keys(persons[0] ?? {}), ...persons.map((person) => Object.values(person))]),
  );
  const report = await importFile(
    ask,
    {
      bytes,
      municipality: project.municipality,
      idempotencyKey: `demo/${project.key}/import`,
      confirm: true,
      decide: async () => ({ decision: 'NEW_PERSON' }),
    },
    () => undefined,
  );
  const [first] = report.problems;
  if (first)
    throw new Error(
      `the list of ${project.town} has ${report.problems.length} problems, ` +
        `the first in line ${first.line}: ${first.code}`,
    );
}

/** Returns everybody on the list, in the order of their customer numbers. */
export async function recipientsOf(project: DemoProject, { ask }: DemoActor): Promise<DemoRecipient[]> {
  const found: { customerNumber: string; recipient: DemoRecipient }[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const { persons }: z.infer<typeof page> = page.parse(
      await ask(query, { municipality: project.municipality, after }),
    );
    for (const { node } of persons.edges)
      found.push({
        customerNumber: node.customerNumber,
        recipient: { personId: node.id, benefitUnitId: node.benefitUnits[0]?.id ?? null },
      });
    after = persons.pageInfo.endCursor;
    more = persons.pageInfo.hasNextPage;
  }
  const theirs = new RegExp(`^437D${project.municipality.slice(-3)}\\d{4}$`);
  return found
    .filter(({ customerNumber }) => theirs.test(customerNumber))
    .sort((a, b) => (a.customerNumber < b.customerNumber ? -1 : 1))
    .map(({ recipient }) => recipient);
}
