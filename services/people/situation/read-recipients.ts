import { setImmediate as letRequestsRun } from 'node:timers/promises';
import type { Collection } from '#shared/documents/documents.ts';
import { findAll } from '#shared/documents/find-all.ts';
import type { BenefitUnit } from '../benefit-unit/benefit-unit.ts';
import type { Person } from '../person/person.ts';
import { recipientFacts } from './recipient-facts.ts';
import type { RecipientFacts } from './situation.ts';

type Register = { persons: Collection<Person>; benefitUnits: Collection<BenefitUnit> };

const PAGE = 500;

/**
 * Returns the employable recipients of a municipality on a day: the people who live there, with their units wherever
 * those are registered, so that a person who has moved counts once and in one place. Read page by page; other requests
 * are answered in between.
 */
export async function readRecipients(
  { persons, benefitUnits }: Register,
  { municipality, on }: { municipality: string; on: string },
): Promise<RecipientFacts[]> {
  const recipients: RecipientFacts[] = [];
  for (let after: string | undefined, more = true; more;) {
    const { edges, hasNextPage } = await persons.find({
      where: { municipality },
      sort: { by: 'sortName', direction: 'asc' },
      first: PAGE,
      after,
    });
    const people = edges.map(({ node }) => node);
    const unitsOf = await unitsOfEach(benefitUnits, people);
    recipients.push(...people.flatMap((person) => recipientFacts(person, unitsOf.get(person.id) ?? [], on) ?? []));
    after = edges.at(-1)?.cursor;
    more = hasNextPage;
    await letRequestsRun();
  }
  return recipients;
}

async function unitsOfEach(
  benefitUnits: Collection<BenefitUnit>,
  people: readonly Person[],
): Promise<ReadonlyMap<string, BenefitUnit[]>> {
  const units = await findAll(benefitUnits, { 'members.personId': { in: people.map(({ id }) => id) } });
  const unitsOf = new Map<string, BenefitUnit[]>();
  for (const unit of units) {
    for (const personId of new Set(unit.members.map((member) => member.personId)))
      unitsOf.set(personId, [...(unitsOf.get(personId) ?? []), unit]);
  }
  return unitsOf;
}
