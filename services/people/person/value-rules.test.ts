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
    ['a control character', 'CONTROL_CHARACTER', { value: 'A\u0000da', rule: printable }],
    ['an invisible character', 'CONTROL_CHARACTER', { value: 'A\u200bda', rule: printable }],
    ['a word for a telephone number', 'INVALID_PHONE', { value: 'anrufen', rule: phone }],
    ['a single digit for a telephone number', 'INVALID_PHONE', { value: '1', rule: phone }],
    ['an e-mail address without @', 'INVALID_EMAIL', { value: 'ada at home', rule: email }],
    ['an e-mail address of dots', 'INVALID_EMAIL', { value: `a@${'.'.repeat(90_000)} `, rule: email }],
    ['two e-mail addresses', 'INVALID_EMAIL', { value: 'ada@example.org;ben@example.org', rule: email }],
    ['an e-mail address with an empty part', 'INVALID_EMAIL', { value: 'ada@example..org', rule: email }],
    ['a postcode of four digits', 'INVALID_POSTCODE', { value: '6864', rule: postcode }],
    ['a birth date of nobody alive', 'IMPLAUSIBLE_BIRTH_DATE', { value: '1700-01-01', rule: born }],
    [
      'a child older than the person',
      'IMPLAUSIBLE_BIRTH_DATE',
      { value: '1950-01-01', rule: youngerThan('1984-05-17') },
    ],
  ])('is refused as %s: %s', (_, code, { value, rule }) => {
    expect(() => assertRule('field', value, rule)).toThrow(
      expect.objectContaining({ code, message: `field: must be ${rule.expected}.` }),
    );
  });
});
