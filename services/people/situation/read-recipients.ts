import { setImmediate as others } from 'node:timers/promises';
import type { Collection, Identified } from '#shared/documents/documents.ts';
import type { Page } from '#shared/documents/query.ts';
import { membersOn, type BenefitUnit } from '../benefit-unit.ts';
import type { Person } from '../person.ts';
import { recipientFacts } from './recipient-facts.ts';
import type { RecipientFacts } from './situation.ts';

type Register = { persons: Collection<Person>; benefitUnits: Collection<BenefitUnit> };

/** The employable recipients of a municipality on a day. Reads its people and units page by page, so that others are answered in between. */
export async function readRecipients({ persons, benefitUnits }: Register, { municipality, on }: { municipality: string; on: string }): Promise<RecipientFacts[]> {
  const unitsOf = new Map<string, BenefitUnit[]>();
  await everyPage(benefitUnits, { where: { municipality } }, (unit) => {
    for (const { personId } of membersOn(unit, on).length > 0 ? unit.members : []) unitsOf.set(personId, [...(unitsOf.get(personId) ?? []), unit]);
  });

  const recipients: RecipientFacts[] = [];
  await everyPage(persons, { where: { municipality }, sort: { by: 'sortName', direction: 'asc' } }, (person) => {
    const facts = recipientFacts(person, unitsOf.get(person.id) ?? [], on);
    if (facts) recipients.push(facts);
  });
  return recipients;
}

const PAGE = 500;

async function everyPage<State extends Identified>(collection: Collection<State>, listing: Pick<Page, 'where' | 'sort'>, visit: (state: State) => void): Promise<void> {
  for (let after: string | undefined, more = true; more;) {
    const { edges, hasNextPage } = await collection.find({ ...listing, first: PAGE, after });
    for (const { node } of edges) visit(node);
    after = edges.at(-1)?.cursor;
    more = hasNextPage;
    await others();
  }
}
