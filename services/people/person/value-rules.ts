import { completedYears } from '#shared/calendar/days.ts';
import { parsePhoneNumberFromString as parsePhoneNumber } from 'libphonenumber-js';
import { formats } from '#shared/codes/formats.ts';
import { PeopleRefusal } from '../refusal.ts';

/**
 * How a value about a person is written. A line of a list and a form are held against the same rule, and both name it
 * by the same code.
 */
export type ValueRule = {
  code:
    | 'CONTROL_CHARACTER'
    | 'PLACEHOLDER'
    | 'IMPLAUSIBLE_BIRTH_DATE'
    | 'INVALID_PHONE'
    | 'LEADING_ZERO_MISSING'
    | 'INVALID_EMAIL'
    | 'INVALID_POSTCODE';
  holds: (value: string) => boolean;
  /** What would be right: goes on from `must be`. */
  expected: string;
};

// Also signs that are invisible, turn the reading direction, or stand where a letter was lost in a conversion.
const unprintable = /[\p{C}\u2028\u2029\ufffd]/u;
// UTF-8 that was read as another encoding: MÃ¼ller, Ã–zdemir (its dash made plain), ÅžimÅŸek, Dâ€™Angelo.
const doubleEncoded = /Ã[-'\u0080-\u00bf‚-„†-•˜-›€ƒˆŒœŠšŽžŸ]|[ÂÄÅ][\u0080-\u00bf‚-„†-•˜-›€ƒˆŒœžŸ]|â€/;
const phoneNumber = /^(\+|\()?\d[\d ()/.-]{3,38}$/;
const [emailAddress] = formats.email;
// One address and no list of them; its last part has at least two letters.
const oneEmailAddress = /^(?=.{5,120}$)[^,;]+\.[^,;.]{2,}$/;

export const printable: ValueRule = {
  code: 'CONTROL_CHARACTER',
  holds: (value) => !unprintable.test(value) && !doubleEncoded.test(value),
  expected:
    'letters, digits and punctuation; no invisible, control or replacement characters, nor letters like Ã¼ for ü',
};

// #NV, #REF!, #BEZUG!, #DIV/0!, #####; NULL of a database, but not the family Null; and signs without a letter.
const placeholder = new RegExp(
  String.raw`^(?:#[\p{L}\d/_]*[!?]?#*|[<([]?(?:NULL|null|NaN|nan|undefined)[>)\]]?|\\N|N/A|n/a|n\. ?a\.|k\. ?A\.|` +
    String.raw`[^\p{L}\p{N}]+)$`,
  'u',
);

/** Allows no stand-ins that spreadsheets and databases write where they have no value. */
export const filled: ValueRule = {
  code: 'PLACEHOLDER',
  holds: (value) => !placeholder.test(value),
  expected: 'the value itself, or nothing where there is none; not what stands in for it, such as #NV or NULL',
};
export const phone: ValueRule = {
  code: 'INVALID_PHONE',
  holds: (value) => phoneNumber.test(value) && parsePhoneNumber(value, 'DE')?.isPossible() === true,
  expected: 'one telephone number of digits, spaces, + ( ) / . and -, such as 06245 908770',
};
/** Spreadsheets make numbers of telephone numbers: 06245908770 becomes 6245908770. */
export const dialled: ValueRule = {
  code: 'LEADING_ZERO_MISSING',
  holds: (value) => !phoneNumber.test(value) || !/^\(?[1-9]\D*\d/.test(value),
  expected:
    'a number that begins with 0, or with + and a country, such as 06245 908770; the leading zero is part of it, ' +
    'format the column as text',
};
export const email: ValueRule = {
  code: 'INVALID_EMAIL',
  holds: (value) => oneEmailAddress.test(value) && emailAddress.test(value),
  expected: 'an address such as name@example.org',
};
export const postcode: ValueRule = {
  code: 'INVALID_POSTCODE',
  holds: (value) => formats.postcode[0].test(value),
  expected: 'five digits, a leading zero kept, such as 68649',
};

/**
 * The oldest people reach about this age. A birth date before is a slip of the pen, or stands in for one that nobody
 * knows.
 */
const OLDEST = 120;

/** Allows the birth dates of people who can be alive. */
export function plausibleBirthDate(today: string): ValueRule {
  return {
    code: 'IMPLAUSIBLE_BIRTH_DATE',
    holds: (born) => completedYears(born, today) <= OLDEST,
    expected: `the birth date of somebody who is at most ${OLDEST} years old`,
  };
}

/**
 * Allows the birth dates of children of the person: an older child is a slip of the pen, or two dates were mixed up.
 */
export function youngerThan(birthDate: string): ValueRule {
  return {
    code: 'IMPLAUSIBLE_BIRTH_DATE',
    holds: (born) => born > birthDate,
    expected: 'after the birth date of the person who looks after the child',
  };
}

/** Refuses a value of a form that breaks the rule. */
export function assertRule(field: string, value: string, rule: ValueRule): void {
  if (!rule.holds(value)) throw new PeopleRefusal(rule.code, `must be ${rule.expected}.`, field);
}

/** Refuses a time that ends before it begins. */
export function assertInOrder(field: string, from: string, to: string | undefined): void {
  if (to !== undefined && to < from) throw new PeopleRefusal('INVALID_INPUT', 'ends before it begins.', field);
}
