/** The format of a text that is not free, and what is expected, in words: for `match` in a stored schema. */
type Format = [RegExp, string];

export const formats = {
  day: [/^\d{4}-\d{2}-\d{2}$/, 'a day, such as 2026-03-01'],
  time: [/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, such as 08:30'],
  municipality: [/^\d{8}$/, 'the eight digits of an Amtlicher Gemeindeschlüssel, such as 06431010'],
  postcode: [/^\d{5}$/, 'five digits, such as 64658'],
  occupation: [/^\d{5}$/, 'the five digits of an occupation in the KldB 2010, such as 71402'],
  // Without two ways to read the same dot: else a long value that is nearly an address is tried in all of them.
  email: [/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/, 'an e-mail address, such as name@example.org'],
  language: [/^[a-z]{2}$/, 'the two small letters of a language, such as de'],
  employerNumber: [/^\d{8}$/, 'the eight digits of a Betriebsnummer'],
  customerNumber: [/^[0-9A-Z]{5,12}$/, '5 to 12 digits or capital letters'],
  benefitUnitNumber: [/^[0-9A-Z]{6,20}$/, '6 to 20 digits or capital letters'],
  code: [/^[A-Z][A-Z0-9_]*$/, 'a code, such as P16I'],
} satisfies Record<string, Format>;
