import { isDay } from '#shared/calendar/days.ts';
import { employableTime } from '../../person/employable-age.ts';
import { wordKey } from '../../person/search-key.ts';
import { plausibleBirthDate, type ValueRule } from '../../person/value-rules.ts';
import { Unreadable } from './problem.ts';

/** Reads the text of one value; throws `Unreadable`. The text is trimmed and not empty. */
export type Reader<Value> = (text: string) => Value;

export function held(rule: ValueRule): Reader<string> {
  return (value) => {
    if (!rule.holds(value)) throw new Unreadable(rule.code, rule.expected);
    return value;
  };
}

export function text(longest: number): Reader<string> {
  return (value) => {
    if (value.length > longest) throw new Unreadable('TOO_LONG', `at most ${longest} characters, not ${value.length}`);
    return value.replaceAll('\u{00A0}', ' ');
  };
}

export function pattern(matches: RegExp, code: Unreadable['code'], expected: string): Reader<string> {
  return (value) => {
    if (!matches.test(value)) throw new Unreadable(code, expected);
    return value;
  };
}

export const day: Reader<string> = (value) => {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const [year, month, date] = german ? [german[3], german[2], german[1]] : [iso?.[1], iso?.[2], iso?.[3]];
  if (year === undefined || month === undefined || date === undefined)
    throw new Unreadable('NOT_A_DATE', 'a date such as 01.03.2026');
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!isDay(written)) throw new Unreadable('IMPOSSIBLE_DATE', 'a day that the calendar has');
  return written;
};

/** A day as lists write it. */
export function asWritten(read: string): string {
  return read.split('-').toReversed().join('.');
}

export function pastDay(today: string): Reader<string> {
  return (value) => {
    const read = day(value);
    if (read > today) throw new Unreadable('DATE_IN_FUTURE', 'today or a day before');
    return read;
  };
}

/** Everybody on the list is an employable recipient, so at least 15 years old; how old at most depends on when the benefit was. Children belong in the column Kinder of their parent. */
export function birthDate(today: string): Reader<string> {
  return (value) => {
    const born = held(plausibleBirthDate(today))(pastDay(today)(value));
    if (employableTime(born).from > today)
      throw new Unreadable(
        'IMPLAUSIBLE_BIRTH_DATE',
        'the birth date of somebody who is at least 15 years old; children belong in the column Kinder',
      );
    return born;
  };
}

/** A word from a closed list, however it is capitalised, spaced or its umlauts are written; the code itself is understood too. */
export function word<Code extends string>(words: Record<string, Code>): Reader<Code> {
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
    if (code === undefined) throw new Unreadable('UNKNOWN_WORD', expected);
    return code;
  };
}

/** Several values in one, separated by `|`. */
export function list<Value>(read: Reader<Value>, atMost: number): Reader<Value[]> {
  return (value) => {
    const entries = value
      .split('|')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    if (entries.length > atMost) throw new Unreadable('TOO_MANY_ENTRIES', `at most ${atMost} entries, separated by |`);
    return entries.map(read);
  };
}
