import { readFileSync } from 'node:fs';
import { Refusal } from '#shared/refusal.ts';

/** The 1,301 five-digit codes of the Klassifikation der Berufe 2010 (version 2020). Their titles are the people service's. */
const codes = new Set(
  readFileSync(new URL('./kldb2010-codes.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((code) => code !== ''),
);

export function assertOccupation(code: string): void {
  if (!codes.has(code))
    throw new Refusal(
      'UNKNOWN_OCCUPATION',
      'occupation: must be a code of the Klassifikation der Berufe 2010, five digits with leading zeros.',
    );
}
