import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { plainText } from '#shared/codes/plain-text.ts';
import { assertRule, filled, plausibleBirthDate, printable } from '../../person/value-rules.ts';

/** Refuses a birth date to come, and one of nobody who can be alive. */
export function assertBirthDate(birthDate: string, today: string): void {
  assertNotInFuture('birthDate', birthDate, today);
  assertRule('birthDate', birthDate, plausibleBirthDate(today));
}

/** Returns a name as it is stored. */
export function storedName(field: 'givenName' | 'familyName', text: string): string {
  const name = plainText(text);
  for (const rule of [printable, filled]) assertRule(field, name, rule);
  return name;
}
