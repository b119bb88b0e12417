import { formats } from '#shared/codes/formats.ts';

/** How days, codes and short texts are stored, the same in every aggregate here. */
export const part = { _id: false } as const;
export const text = { type: String, required: true };
export const short = { type: String, maxlength: 120 };
export const day = { type: String, match: formats.day };
export const requiredDay = { ...day, required: true };
export const ags = { type: String, required: true, match: formats.municipality };
export const code = (codes: readonly string[]) => ({ type: String, required: true, enum: codes });
