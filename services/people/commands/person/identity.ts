import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { plainText } from '#shared/codes/plain-text.ts';
import { assertHolds, plausibleBirthDate, printable } from '../../person/value-rules.ts';

export function assertBirthDate(birthDate: string, today: string): void {
  assertNotInFuture('birthDate', birthDate, today);
  assertHolds('birthDate', birthDate, plausibleBirthDate(today));
}

/** A name as it is stored. */
export function name(field: 'givenName' | 'familyName', given: string): string {
  const written = plainText(given);
  assertHolds(field, written, printable);
  return written;
}
