import { z } from 'zod';

/** Building blocks of the contracts. Ids are pseudonymous; days are calendar days (`2026-03-01`). */
export const id = z.string().min(1).describe('Opaque and pseudonymous; the same for the same thing in every event.');
export const day = z.iso.date().describe('A calendar day in Germany.');
/** Amtlicher Gemeindeschlüssel, eight digits, leading zero kept. */
export const municipality = z
  .string()
  .regex(/^\d{8}$/)
  .describe('Amtlicher Gemeindeschlüssel of the municipality, the leading zero kept.');
/** A code from a closed list of the owning service, never free text. */
export const code = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/)
  .describe('A code from a closed list of the service that says it. Lists grow: let an unknown one pass.');
/** Klassifikation der Berufe 2010, five digits as a string. */
export const occupation = z
  .string()
  .regex(/^\d{5}$/)
  .describe('An occupation by the Klassifikation der Berufe 2010.');
