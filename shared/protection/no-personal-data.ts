import { Refusal } from '#shared/refusal.ts';
import { shiftTimes, signs } from './signs-of-personal-data.ts';

/** Returns the kind of personal data that a text shows by its shape; undefined where it shows none. */
export function personalDataIn(text: string): string | undefined {
  const read = normaliseText(text);
  return signs.find(([pattern]) => pattern.test(read))?.[1];
}

/**
 * Returns a text as an eye reads it: letters, digits and dashes of one kind each, without what takes no room or is a
 * time. Texts copied from elsewhere hold all of that.
 */
function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(shiftTimes, 'Schicht');
}

/**
 * Refuses personal data in a text that people outside the care team read, with TEXT_HAS_PERSONAL_DATA: names the kind
 * and never the text.
 */
export function assertNoPersonalData(field: string, text: string | null | undefined): void {
  const sign = personalDataIn(text ?? '');
  if (sign !== undefined)
    throw new Refusal(
      'TEXT_HAS_PERSONAL_DATA',
      `contains what looks like ${sign}. Others read this text: leave out data about people.`,
      field,
    );
}
