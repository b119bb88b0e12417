import { Refusal } from '#shared/refusal.ts';
import { shiftTimes, signs } from './signs-of-personal-data.ts';

/** What a text tells of a person, as far as its shape shows; undefined where it shows nothing. */
export function personalDataIn(text: string): string | undefined {
  const read = asRead(text);
  return signs.find(([pattern]) => pattern.test(read))?.[1];
}

/**
 * As an eye reads it: letters, digits and dashes of one kind each, without what takes no room or is a time. Texts copied from
 * elsewhere hold all of that.
 */
function asRead(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(shiftTimes, 'Schicht');
}

/**
 * For text that people outside the care team read. Refused with TEXT_HAS_PERSONAL_DATA, naming the kind and never the
 * text.
 */
export function assertNoPersonalData(field: string, text: string | null | undefined): void {
  const sign = personalDataIn(text ?? '');
  if (sign !== undefined)
    throw new Refusal(
      'TEXT_HAS_PERSONAL_DATA',
      `${field}: contains what looks like ${sign}. Others read this text: leave out data about people.`,
    );
}
