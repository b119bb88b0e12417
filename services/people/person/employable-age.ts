import { birthday, lastOfMonth, lastOfWholeMonths, monthsLater } from '#shared/calendar/days.ts';

/** §7(1) no. 1 SGB II: from the fifteenth birthday on. */
const FROM_YEARS = 15;
/** §7(3) no. 4 SGB II: a child belongs to the household of its parents until the twenty-fifth birthday. */
const CHILD_UNTIL_YEARS = 25;

/**
 * §7a SGB II: how many months after the 65th birthday the age limit lies, by year of birth. None before 1947; 24 for
 * everybody born since 1964.
 */
const monthsBeyond65 = new Map([
  [1947, 1],
  [1948, 2],
  [1949, 3],
  [1950, 4],
  [1951, 5],
  [1952, 6],
  [1953, 7],
  [1954, 8],
  [1955, 9],
  [1956, 10],
  [1957, 11],
  [1958, 12],
  [1959, 14],
  [1960, 16],
  [1961, 18],
  [1962, 20],
  [1963, 22],
  [1964, 24],
]);
const LAST_RISE = 1964;

/** Returns the fifteenth birthday: a unit keeps it of its members, so that its events can say who of them counts. */
export function employableFrom(birthDate: string): string {
  return birthday(birthDate, FROM_YEARS);
}

/**
 * Returns the first and the last day on which somebody can be an employable recipient: the age limit is reached at the
 * end of a month (§7a SGB II).
 */
export function employableTime(birthDate: string): { from: string; to: string } {
  const yearOfBirth = Number(birthDate.slice(0, 4));
  const months = 65 * 12 + (monthsBeyond65.get(Math.min(yearOfBirth, LAST_RISE)) ?? 0);
  return { from: employableFrom(birthDate), to: lastOfMonth(lastOfWholeMonths(birthDate, months)) };
}

/** Returns the last day with the role CHILD. */
export function childUntil(birthDate: string): string {
  return lastOfWholeMonths(birthDate, CHILD_UNTIL_YEARS * 12);
}

/**
 * Returns the birth date from the fifteenth birthday. 1 March for 29 February, which changes no limit: both complete
 * their years on the same day.
 */
export function birthDateOf(fifteenthBirthday: string): string {
  return monthsLater(fifteenthBirthday, -FROM_YEARS * 12);
}
