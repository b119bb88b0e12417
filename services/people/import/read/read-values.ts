import { isDay } from '#shared/calendar/days.ts';
import { FIRST_DAY } from '#shared/calendar/fact-day.ts';
import { employableTime } from '../../person/employable-age.ts';
import { plainNumber, type NumberFormat } from '../../person/numbers.ts';
import { wordKey } from '../../person/search-key.ts';
import { plausibleBirthDate, type ValueRule } from '../../person/value-rules.ts';
import { UnreadableValue } from './list-problem.ts';

/** Reads one value of a line, trimmed and not empty. Throws `UnreadableValue`. */
export type ValueReader<Value> = (value: string) => Value;

/** Reads a value that a form must follow by the same rule. */
export function ruleReader(...rules: readonly ValueRule[]): ValueReader<string> {
  return (value) => {
    for (const rule of rules) if (!rule.holds(value)) throw new UnreadableValue(rule.code, rule.expected);
    return value;
  };
}

export function textReader(longest: number): ValueReader<string> {
  return (value) => {
    if (value.length > longest)
      throw new UnreadableValue('TOO_LONG', `at most ${longest} characters, not ${value.length}`);
    return value;
  };
}

/** Reads a number of the job centre, however its parts are set apart. */
export function numberReader(format: NumberFormat, code: UnreadableValue['code']): ValueReader<string> {
  return (value) => {
    const number = plainNumber(value);
    if (!format.pattern.test(number)) throw new UnreadableValue(code, format.expected);
    return number;
  };
}

/** Reads a day, in the German or the ISO form. */
export const dayReader: ValueReader<string> = (value) => {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const [year, month, date] = german ? [german[3], german[2], german[1]] : [iso?.[1], iso?.[2], iso?.[3]];
  if (year === undefined || month === undefined || date === undefined)
    throw new UnreadableValue('NOT_A_DATE', 'a date such as 01.03.2026');
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!isDay(day)) throw new UnreadableValue('IMPOSSIBLE_DATE', 'a day that the calendar has');
  return day;
};

/** Returns a day in the form that lists use: `01.03.2026`. */
export function germanDate(day: string): string {
  return day.split('-').toReversed().join('.');
}

export function pastDayReader(today: string): ValueReader<string> {
  return (value) => {
    const day = dayReader(value);
    if (day > today) throw new UnreadableValue('DATE_IN_FUTURE', 'today or a day before');
    return day;
  };
}

/** Reads a day of a benefit, which there has been since the SGB II is in force. */
export function benefitDayReader(today: string): ValueReader<string> {
  return (value) => {
    const day = pastDayReader(today)(value);
    if (day < FIRST_DAY)
      throw new UnreadableValue('BEFORE_SGB_II', `${germanDate(FIRST_DAY)} or later: before that there was no SGB II`);
    return day;
  };
}

/**
 * Reads the birth date of an employable recipient, who is at least 15 years old; the highest age depends on when the
 * benefit was. Children belong in the column Kinder of their parent.
 */
export function birthDateReader(today: string): ValueReader<string> {
  return (value) => {
    const born = ruleReader(plausibleBirthDate(today))(pastDayReader(today)(value));
    if (employableTime(born).from > today)
      throw new UnreadableValue(
        'IMPLAUSIBLE_BIRTH_DATE',
        'the birth date of somebody who is at least 15 years old; children belong in the column Kinder',
      );
    return born;
  };
}

/** Reads a word from a closed list, whatever its capitals, spaces and umlauts; the code itself is understood too. */
export function wordReader<Code extends string>(words: Record<string, Code>): ValueReader<Code> {
  const codes = new Map(
    Object.entries(words).flatMap(
      ([german, code]) =>
        [
          [wordKey(german), code],
          [wordKey(code), code],
        ] as const,
    ),
  );
  const expected = `one of: ${Object.keys(words).join(', ')}`;
  return (value) => {
    const code = codes.get(wordKey(value));
    if (code === undefined) throw new UnreadableValue('UNKNOWN_WORD', expected);
    return code;
  };
}

/** Reads several values in one, separated by `|`. */
export function entriesReader<Value>(readEntry: ValueReader<Value>, atMost: number): ValueReader<Value[]> {
  return (value) => {
    const entries = value
      .split('|')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    if (entries.length > atMost)
      throw new UnreadableValue('TOO_MANY_ENTRIES', `at most ${atMost} entries, separated by |`);
    return entries.map(readEntry);
  };
}
