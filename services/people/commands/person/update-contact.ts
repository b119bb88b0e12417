import { plainText } from '#shared/codes/plain-text.ts';
import type { Contact, Person, PersonDecision } from '../../person/person.ts';
import {
  assertRule,
  dialled,
  email,
  filled,
  phone,
  postcode,
  printable,
  type ValueRule,
} from '../../person/value-rules.ts';
import { recordChange } from './record-change.ts';

/** The fields that change. One that is left out stays as it is; null, or an empty text, removes it. */
export type ContactChange = { [Field in keyof Contact]?: Contact[Field] | null };

const rules: Record<string, readonly ValueRule[]> = {
  street: [filled],
  town: [filled],
  phone: [filled, dialled, phone],
  email: [filled, email],
  postcode: [filled, postcode],
};

/** Changes how to reach the person, field by field, so that two people who save different fields lose nothing. */
export function updateContact(person: Person, { contact, on }: { contact: ContactChange; on: string }): PersonDecision {
  const changes = Object.entries<string | null>(contact).map(
    ([field, value]) => [field, plainText(value ?? '')] as const,
  );
  for (const [field, text] of changes) assertContactField(field, text);
  const filled = Object.entries({ ...person.contact, ...Object.fromEntries(changes) }).filter(
    ([, text]) => text !== '',
  );
  return recordChange(person, { ...person, contact: Object.fromEntries(filled) }, { group: 'CONTACT', on });
}

function assertContactField(field: string, text: string): void {
  if (text === '') return;
  assertRule(field, text, printable);
  for (const rule of rules[field] ?? []) assertRule(field, text, rule);
}
