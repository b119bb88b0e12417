import { benefitUnitNumberFormat, customerNumberFormat } from '../../person/numbers.ts';
import { languageLevels } from '../../person/person.ts';
import { email, phone, postcode } from '../../person/value-rules.ts';
import { Unreadable } from './problem.ts';
import { birthDate, held, list, pastDay, pattern, text, word, type Reader } from './read-values.ts';
import type { RecipientReaders } from './recipient.ts';
import { mobilityWords, obstacleWords, roleWords, schoolWords, sexWords, vocationalWords, yesWords } from './words.ts';

/** A set of codes, however it is kept. */
type Known = { has: (code: string) => boolean };

/** What the values of a list are held against. */
type CheckContext = {
  today: string;
  /** The municipality that the list is about. */
  municipality: string;
  /** Every municipality of the district by AGS. */
  municipalities: Known;
  /** Every KldB code with five digits. */
  occupations: Known;
};

export function recipientReaders(context: CheckContext): RecipientReaders {
  return {
    customerNumber: pattern(customerNumberFormat.pattern, 'INVALID_CUSTOMER_NUMBER', customerNumberFormat.expected),
    benefitUnitNumber: pattern(
      benefitUnitNumberFormat.pattern,
      'INVALID_BENEFIT_UNIT_NUMBER',
      benefitUnitNumberFormat.expected,
    ),
    role: word(roleWords),
    givenName: text(80),
    familyName: text(80),
    birthDate: birthDate(context.today),
    sex: word(sexWords),
    municipality: municipality(context),
    street: text(80),
    postcode: held(postcode),
    town: text(60),
    phone: held(phone),
    email: held(email),
    schoolQualification: word(schoolWords),
    vocationalQualification: word(vocationalWords),
    occupations: list(occupation(context), 10),
    languages: list(language, 10),
    mobility: word(mobilityWords),
    hoursPerWeek,
    children: list(pastDay(context.today), 15),
    obstacles: list(word(obstacleWords), 12),
    severelyDisabled: (value) => word(yesWords)(value) === 'YES',
    benefitSince: pastDay(context.today),
    benefitUntil: pastDay(context.today),
  };
}

/** Spreadsheets make numbers of keys: 06431010 becomes 6431010. */
function withoutLeadingZero(value: string, known: Known): boolean {
  return /^\d+$/.test(value) && known.has(`0${value}`);
}

function municipality({ municipality: expected, municipalities }: CheckContext): Reader<string> {
  return (value) => {
    if (withoutLeadingZero(value, municipalities))
      throw new Unreadable(
        'LEADING_ZERO_MISSING',
        `0${value}: the leading zero is part of the key; format the column as text`,
      );
    if (!municipalities.has(value))
      throw new Unreadable(
        'UNKNOWN_MUNICIPALITY',
        'an eight-digit key (AGS) of a municipality of the district, such as 06431010',
      );
    if (value !== expected) throw new Unreadable('OTHER_MUNICIPALITY', `${expected}, the municipality of this import`);
    return value;
  };
}

function occupation({ occupations }: CheckContext): Reader<string> {
  return (value) => {
    if (withoutLeadingZero(value, occupations))
      throw new Unreadable(
        'LEADING_ZERO_MISSING',
        `0${value}: the leading zero is part of the code; format the column as text`,
      );
    if (!occupations.has(value))
      throw new Unreadable(
        'UNKNOWN_OCCUPATION',
        'codes of the KldB 2010 with five digits, separated by |, such as 51311|54101',
      );
    return value;
  };
}

const languageNames = new Intl.DisplayNames('de', { type: 'language', fallback: 'none' });

function language(value: string): { language: string; level: (typeof languageLevels)[number] } {
  const [, code = '', written = ''] = /^([A-Za-z]{2})[: ]([A-Ca-c][12])$/.exec(value) ?? [];
  const level = languageLevels.find((known) => known === written.toUpperCase());
  if (level === undefined || languageNames.of(code.toLowerCase()) === undefined)
    throw new Unreadable('INVALID_LANGUAGE', 'languages with their level, separated by |, such as de:B1|tr:C2');
  return { language: code.toLowerCase(), level };
}

/** Whole hours are what matching counts with: of 19,5 hours somebody can work 19. */
function hoursPerWeek(value: string): number {
  const hours = /^\d{1,2}([.,]\d{1,2})?$/.test(value) ? Math.floor(Number(value.replace(',', '.'))) : 0;
  if (hours < 1 || hours > 48) throw new Unreadable('INVALID_HOURS', 'hours per week from 1 to 48, such as 39 or 19,5');
  return hours;
}
