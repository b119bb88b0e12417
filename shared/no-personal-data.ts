import { Refusal } from '#shared/refusal.ts';

const PHONE = [
  // With the country: +49 6206 12345, 0049-6206-12345.
  String.raw`(?:\+|\b00)\d{2}(?:[\s/().-]{0,3}\d){6,}`,
  // 06206/12345, (06206) 12 34-0; in pairs: 0 62 06 - 1 23 45.
  String.raw`\b0\d{2,4}[\s/().-]*\d[\d\s-]{3,}\d`,
  String.raw`\b0(?:[\s/()-]{0,3}\d){8,}`,
  String.raw`\b(?:tel|telefon|handy|mobil|fon|phone)\b[.:\s]*\d{4,}`,
];

// Who is of an age to work was born by then; a later day is one to meet or to be done by, unless it says otherwise.
const BIRTH_YEAR = String.raw`(?:19\d\d|200\d|201[0-5])`;
const BORN = [
  String.raw`\b\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9}\.?)\s?${BIRTH_YEAR}\b`,
  String.raw`\b${BIRTH_YEAR}-\d{2}-\d{2}\b`,
  String.raw`\bgeb(?:\.|oren)\s?(?:am\s)?\d`,
  String.raw`\b(?:born on|Geburtsdatum|Geburtstag)\b[:\s]*\d`,
  String.raw`(?:^|[\s(])\*\s?\d{1,2}\.\s?\d{1,2}\.`,
];

// "FRAU UND BERUF" is no name, "Fr. Vormittag" is a Friday, and "Herr Bürgermeister" an office.
const NAME = String.raw`(?!UND\b|Bürgermeister|Landr[aä]t|Vormittag|Nachmittag|Mittag|Morgen|Abend)\p{Lu}\p{L}*`;
const ADDRESSED = [
  String.raw`\b(?:Herrn?|HERRN?|Frau|FRAU|Familie|FAMILIE|Mrs|Mr|Ms)\.?\s+${NAME}`,
  String.raw`\b(?:Fr|Hrn?|Fam)\.\s?${NAME}`,
];

const anyOf = (patterns: readonly string[], flags: string): RegExp => new RegExp(patterns.join('|'), flags);

/** What looks like data of a person, and how to call it. Companies called after somebody, places, times and sums of money are none. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/[^\s@]@[^\s@]+\.[^\s@]/u, 'an e-mail address'],
  [/\b[A-Z]{2}\d{2}(?:\s?\d{4}){4}\s?\d{2}\b/u, 'a bank account'],
  [/\b\d{3,5}\s?(?:BG|[A-Z])\s?\d{4,}\b/iu, 'a customer or BG number'],
  [/\b\d{2}\s?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\s?[A-Z]\s?\d{3}\b/u, 'a social insurance number'],
  [anyOf(PHONE, 'iu'), 'a telephone number'],
  [anyOf(BORN, 'iu'), 'a date of birth'],
  [anyOf(ADDRESSED, 'u'), 'the name of a person'],
];

/** What a text tells of a person, as far as its shape shows; undefined where it shows nothing. */
export function personalDataIn(text: string): string | undefined {
  return signs.find(([pattern]) => pattern.test(text))?.[1];
}

/** For text that people outside the care team read. Refused with TEXT_HAS_PERSONAL_DATA, naming the kind and never the text. */
export function assertNoPersonalData(field: string, text: string | null | undefined): void {
  const sign = personalDataIn(text ?? '');
  if (sign !== undefined) throw new Refusal('TEXT_HAS_PERSONAL_DATA', `${field}: holds what looks like ${sign}; others read this, so it tells of nobody.`);
}
