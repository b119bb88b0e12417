import { formats } from '#shared/codes/formats.ts';

/** How texts, days and codes are stored, the same in every aggregate of this service. */
export const requiredText = { type: String, required: true };
export const shortText = { type: String, maxlength: 120 };
export const requiredShortText = { ...shortText, required: true, minlength: 1 };
export const optionalDay = { type: String, match: formats.day };
export const requiredDay = { ...optionalDay, required: true };
export const optionalMunicipality = { type: String, match: formats.municipality };
export const requiredMunicipality = { ...optionalMunicipality, required: true };
export const requiredCode = (codes: readonly string[]) => ({ type: String, required: true, enum: codes });

/** For a part of a document, and for the state itself, which mongoose would give an id of its own. */
export const withoutId = { _id: false } as const;
