import { formats } from '#shared/codes/formats.ts';

/** How days, codes and short texts are stored, the same in every aggregate here. */
export const withoutId = { _id: false } as const;
export const requiredText = { type: String, required: true };
export const shortText = { type: String, maxlength: 120 };
export const optionalDay = { type: String, match: formats.day };
export const requiredDay = { ...optionalDay, required: true };
export const requiredMunicipality = { type: String, required: true, match: formats.municipality };
export const requiredCode = (codes: readonly string[]) => ({ type: String, required: true, enum: codes });
