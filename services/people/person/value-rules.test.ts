import { describe, expect, test } from '@jest/globals';
import { assertRule, email, phone, plausibleBirthDate, postcode, printable, youngerThan } from './value-rules.ts';

const born = plausibleBirthDate('2026-03-15');

describe('a value about a person', () => {
  test.each([
    ['a name', 'Zoë Groß-Weiß', printable],
    ['a number', '+49 (0) 6245/90.87-70', phone],
    ['a number with its area code in brackets', '(06245) 908770', phone],
    ['an address', 'ada@example.org', email],
    ['a postcode', '01067', postcode],
    ['a birth date', '1906-03-15', born],
    ['the birth date of a child', '1984-05-18', youngerThan('1984-05-17')],
  ])('may be %s', (_, value, rule) => {
    expect(() => assertRule('field', value, rule)).not.toThrow();
  });

  test.each([
    ['CONTROL_CHARACTER', 'A\u0000da', printable],
    ['CONTROL_CHARACTER', 'A\u200bda', printable],
    ['INVALID_PHONE', 'anrufen', phone],
    ['INVALID_PHONE', '1', phone],
    ['INVALID_EMAIL', 'ada at home', email],
    ['INVALID_EMAIL', `a@${'.'.repeat(90_000)} `, email],
    ['INVALID_POSTCODE', '6864', postcode],
    ['IMPLAUSIBLE_BIRTH_DATE', '1700-01-01', born],
    ['IMPLAUSIBLE_BIRTH_DATE', '1950-01-01', youngerThan('1984-05-17')],
  ])('is refused with %s: %s', (code, value, rule) => {
    expect(() => assertRule('field', value, rule)).toThrow(
      expect.objectContaining({ code, message: `field: must be ${rule.expected}.` }),
    );
  });
});
