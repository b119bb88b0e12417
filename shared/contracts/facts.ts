import { z } from 'zod';

/** Building blocks of the contracts. Ids are pseudonymous; days are calendar days (`2026-03-01`). */
export const id = z.string().min(1);
export const day = z.iso.date();
/** Amtlicher Gemeindeschlüssel, eight digits, leading zero kept. */
export const municipality = z.string().regex(/^\d{8}$/);
/** A code from a closed list of the owning service, never free text. */
export const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
/** Klassifikation der Berufe 2010, five digits as a string. */
export const occupation = z.string().regex(/^\d{5}$/);
