import { benefitUnitNumberFormat, customerNumberFormat } from '../../person/numbers.ts';
import { languageLevels, type Language } from '../../person/person.ts';
import { dialled, email, phone, postcode } from '../../person/value-rules.ts';
import { UnreadableValue, type ListProblem } from './list-problem.ts';
import {
  benefitDayReader,
  birthDateReader,
  ruleReader,
  entriesReader,
  numberReader,
  pastDayReader,
  textReader,
  wordReader,
  type ValueReader,
} from './read-values.ts';
import type { RecipientReaders } from './listed-recipient.ts';
import { mobilityWords, obstacleWords, roleWords, schoolWords, sexWords, vocationalWords, yesWords } from './words.ts';

/** A set of codes, however it is stored. */
type CodeSet = { has: (code: string) => boolean };

/** The day, the municipality and the codes that the values of a list are checked against. */
type ReadingContext = {
  today: string;
  /** The municipality that the list is about. */
  municipality: string;
  /** Every municipality of the district by AGS. */
  municipalities: CodeSet;
  /** Every KldB code with five digits. */
  occupations: CodeSet;
};

export function recipientReaders(context: ReadingContext): RecipientReaders {
  return {
    customerNumber: numberReader(customerNumberFormat, 'INVALID_CUSTOMER_NUMBER'),
    benefitUnitNumber: numberReader(benefitUnitNumberFormat, 'INVALID_BENEFIT_UNIT_NUMBER'),
    role: wordReader(roleWords),
    givenName: textReader(80),
    familyName: textReader(80),
    birthDate: birthDateReader(context.today),
    sex: wordReader(sexWords),
    municipality: municipalityReader(context),
    street: textReader(80),
    postcode: ruleReader(postcode),
    town: textReader(60),
    phone: ruleReader(dialled, phone),
    email: ruleReader(email),
    schoolQualification: wordReader(schoolWords),
    vocationalQualification: wordReader(vocationalWords),
    occupations: entriesReader(occupationReader(context), 10),
    languages: entriesReader(readLanguage, 10),
    mobility: wordReader(mobilityWords),
    hoursPerWeek: readHoursPerWeek,
    children: entriesReader(pastDayReader(context.today), 15),
    obstacles: entriesReader(wordReader(obstacleWords), 12),
    severelyDisabled: (value) => wordReader(yesWords)(value) === 'YES',
    benefitSince: benefitDayReader(context.today),
    benefitUntil: benefitDayReader(context.today),
  };
}

type CodeProblem = { codes: CodeSet; noun: 'key' | 'code'; code: ListProblem['code']; expected: string };

/** Reads a code of a set. Spreadsheets make numbers of codes: 06431010 becomes 6431010. */
function codeReader({ codes, noun, code, expected }: CodeProblem): ValueReader<string> {
  return (value) => {
    if (/^\d+$/.test(value) && codes.has(`0${value}`))
      throw new UnreadableValue(
        'LEADING_ZERO_MISSING',
        `0${value}: the leading zero is part of the ${noun}; format the column as text`,
      );
    if (!codes.has(value)) throw new UnreadableValue(code, expected);
    return value;
  };
}

function municipalityReader({ municipality, municipalities }: ReadingContext): ValueReader<string> {
  const readKey = codeReader({
    codes: municipalities,
    noun: 'key',
    code: 'UNKNOWN_MUNICIPALITY',
    expected: 'an eight-digit key (AGS) of a municipality of the district, such as 06431010',
  });
  return (value) => {
    const key = readKey(value);
    if (key !== municipality)
      throw new UnreadableValue('OTHER_MUNICIPALITY', `${municipality}, the municipality of this import`);
    return key;
  };
}

function occupationReader({ occupations }: ReadingContext): ValueReader<string> {
  return codeReader({
    codes: occupations,
    noun: 'code',
    code: 'UNKNOWN_OCCUPATION',
    expected: 'codes of the KldB 2010 with five digits, separated by |, such as 51311|54101',
  });
}

const languageNames = new Intl.DisplayNames('de', { type: 'language', fallback: 'none' });

function readLanguage(value: string): Language {
  const [, code = '', writtenLevel = ''] = /^([A-Za-z]{2})[: ]([A-Ca-c][12])$/.exec(value) ?? [];
  const level = languageLevels.find((each) => each === writtenLevel.toUpperCase());
  if (level === undefined || languageNames.of(code.toLowerCase()) === undefined)
    throw new UnreadableValue('INVALID_LANGUAGE', 'languages with their level, separated by |, such as de:B1|tr:C2');
  return { language: code.toLowerCase(), level };
}

/** Reads the hours per week, rounded down: matching counts whole hours, and with 19,5 hours somebody can work 19. */
function readHoursPerWeek(value: string): number {
  const hours = /^\d{1,2}([.,]\d{1,2})?$/.test(value) ? Math.floor(Number(value.replace(',', '.'))) : 0;
  if (hours < 1 || hours > 48)
    throw new UnreadableValue('INVALID_HOURS', 'hours per week from 1 to 48, such as 39 or 19,5');
  return hours;
}
