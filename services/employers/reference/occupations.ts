import { readFileSync } from 'node:fs';
import { EmployerRefusal } from '../refusal.ts';

/**
 * The 1,301 five-digit codes of the Klassifikation der Berufe 2010 (version 2020). The people service has their titles.
 */
const codes = new Set(
  readFileSync(new URL('./kldb2010-codes.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((code) => code !== ''),
);

/** Refuses with UNKNOWN_OCCUPATION what is no code of the Klassifikation der Berufe 2010. */
export function assertOccupation(code: string): void {
  if (!codes.has(code))
    throw new EmployerRefusal(
      'UNKNOWN_OCCUPATION',
      'must be a code of the Klassifikation der Berufe 2010, five digits with leading zeros.',
      'occupation',
    );
}
