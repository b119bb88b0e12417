import { Refusal } from '#shared/refusal.ts';

/** How a number of the job centre is written, and how to say so. A list is held against it as much as what somebody types. */
type NumberFormat = { pattern: RegExp; expected: string };

export const customerNumberFormat: NumberFormat = {
  pattern: /^\d{3}[A-Z]\d{6,7}$/,
  expected: 'three digits, a capital letter and six or seven digits, such as 437D012345',
};
export const benefitUnitNumberFormat: NumberFormat = {
  pattern: /^\d{5}BG\d{7}$/,
  expected: 'five digits, BG and seven digits, such as 43705BG0001234',
};

export function assertWritten(field: string, number: string, { pattern, expected }: NumberFormat): void {
  if (!pattern.test(number)) throw new Refusal('INVALID_INPUT', `${field}: must be ${expected}.`);
}
