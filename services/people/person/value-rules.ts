import { completedYears } from '#shared/calendar/days.ts';
import { Refusal } from '#shared/refusal.ts';

/** How a value about a person is written. A line of a list and a form are held against the same rule, and both name it by the same code. */
export type ValueRule = {
  code: 'CONTROL_CHARACTER' | 'IMPLAUSIBLE_BIRTH_DATE' | 'INVALID_PHONE' | 'INVALID_EMAIL' | 'INVALID_POSTCODE';
  holds: (value: string) => boolean;
  /** What would be right: goes on from `must be`. */
  expected: string;
};

// Also what is invisible, or turns the reading direction, or stands where a letter was lost in a conversion.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/;
const phoneNumber = /^(\+|\()?\d[\d ()/.-]{3,38}$/;
const emailAddress = /^(?=.{5,120}$)[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/;

export const printable: ValueRule = {
  code: 'CONTROL_CHARACTER',
  holds: (value) => !unprintable.test(value),
  expected: 'letters, digits and punctuation; no invisible, control or replacement characters',
};
export const phone: ValueRule = {
  code: 'INVALID_PHONE',
  holds: (value) => phoneNumber.test(value),
  expected: 'digits, spaces, + ( ) / . and -, such as 06245 908770',
};
export const email: ValueRule = {
  code: 'INVALID_EMAIL',
  holds: (value) => emailAddress.test(value),
  expected: 'an address such as name@example.org',
};
export const postcode: ValueRule = {
  code: 'INVALID_POSTCODE',
  holds: (value) => /^\d{5}$/.test(value),
  expected: 'five digits, a leading zero kept, such as 68649',
};

/** The oldest people reach about this age. A birth date before is a slip of the pen, or stands in for one that nobody knows. */
const OLDEST = 120;

export function plausibleBirthDate(today: string): ValueRule {
  return {
    code: 'IMPLAUSIBLE_BIRTH_DATE',
    holds: (born) => completedYears(born, today) <= OLDEST,
    expected: `the birth date of somebody who is at most ${OLDEST} years old`,
  };
}

/** Nobody looks after a child who is older: a slip of the pen, or the two birth dates were mixed up. */
export function youngerThan(birthDate: string): ValueRule {
  return {
    code: 'IMPLAUSIBLE_BIRTH_DATE',
    holds: (born) => born > birthDate,
    expected: 'after the birth date of the person who looks after the child',
  };
}

/** For forms. */
export function assertHolds(field: string, value: string, rule: ValueRule): void {
  if (!rule.holds(value)) throw new Refusal(rule.code, `${field}: must be ${rule.expected}.`);
}
