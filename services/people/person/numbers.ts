import { plainText } from '#shared/codes/plain-text.ts';
import { PeopleRefusal } from '../refusal.ts';

/** How a number of the job centre is written. A line of a list and a form are held against the same format. */
export type NumberFormat = {
  pattern: RegExp;
  /** What would be right: goes on from `must be`. */
  expected: string;
};

export const customerNumberFormat: NumberFormat = {
  pattern: /^\d{3}[A-Z]\d{6,7}$/,
  expected: 'three digits, a capital letter and six or seven digits, such as 437D012345',
};
export const benefitUnitNumberFormat: NumberFormat = {
  pattern: /^\d{5}BG\d{7}$/,
  expected: 'five digits, BG or //, and seven digits, such as 43705BG0001234',
};

/**
 * Returns a number of the job centre as it is stored. Letters write a BG number as `43705//0001234`, and people set
 * parts apart.
 */
export function plainNumber(text: string): string {
  return plainText(text)
    .replace(/[\s-]/g, '')
    .replace(/^BG(?=\d)/, '')
    .replace(/^(\d{5})\/{1,2}(?=\d)/, '$1BG');
}

/** Refuses a number that is not written in this format. */
export function assertNumber(field: string, number: string, { pattern, expected }: NumberFormat): void {
  if (!pattern.test(number)) throw new PeopleRefusal('INVALID_INPUT', `must be ${expected}.`, field);
}
