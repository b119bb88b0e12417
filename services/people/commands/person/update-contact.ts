import { plainText } from '#shared/codes/plain-text.ts';
import type { Contact, Person, PersonDecision } from '../../person/person.ts';
import { assertHolds, email, phone, postcode, printable, type ValueRule } from '../../person/value-rules.ts';
import { sayChange } from './say-change.ts';

/** What is left out stays as it is; null, or an empty text, is not known any more. */
export type ContactChange = { [Field in keyof Contact]?: Contact[Field] | null };

const rules: Record<string, ValueRule> = { phone, email, postcode };

/** How to reach the person from now on. Only what is given changes, so that two people who save different fields lose nothing. */
export function updateContact(person: Person, { contact, on }: { contact: ContactChange; on: string }): PersonDecision {
  const written = Object.entries<string | null>(contact).map(
    ([field, value]) => [field, plainText(value ?? '')] as const,
  );
  for (const [field, value] of written) assertWritten(field, value);
  const known = Object.entries({ ...person.contact, ...Object.fromEntries(written) }).filter(
    ([, value]) => value !== '',
  );
  return sayChange(person, { ...person, contact: Object.fromEntries(known) }, { group: 'CONTACT', on });
}

function assertWritten(field: string, value: string): void {
  if (value === '') return;
  assertHolds(field, value, printable);
  const rule = rules[field];
  if (rule) assertHolds(field, value, rule);
}
