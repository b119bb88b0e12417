import { Refusal } from '#shared/refusal.ts';

/** What looks like data of a person: e-mail, telephone, birth date, customer or BG number, a form of address with a name. */
const signs: readonly [RegExp, string][] = [
  // One character before the @: with any number of them a long text without one is searched from every letter on.
  [/[^\s@]@[^\s@]+\.[^\s@]/, 'an e-mail address'],
  [/(?:\+|\b0)\d[\d\s/()-]{5,}\d/, 'a telephone number'],
  [/\b\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d{2}\b/, 'a date of birth'],
  [/\b\d{3,5}[A-Z]{1,2}\d{4,}\b/, 'a customer or BG number'],
  [/\b(?:Herrn?|Frau|Familie)\s+\p{Lu}\p{L}+/u, 'the name of a person'],
];

/** Leads go between town hall and job centre without data of people; refused with LEAD_HAS_PERSONAL_DATA, naming the kind and not the text. */
export function assertNoPersonalData(field: string, text: string | undefined): void {
  const sign = signs.find(([pattern]) => pattern.test(text ?? ''));
  if (sign) throw new Refusal('LEAD_HAS_PERSONAL_DATA', `${field}: holds what looks like ${sign[1]}; a lead tells of companies only.`);
}
