import { createHash } from 'node:crypto';
import { Refusal } from '#shared/refusal.ts';
import type { Page, Scalar } from './query.ts';

/** Where a page ended: the value sorted by, and the id. */
export type Place = { value: Scalar | null; id: string };

/** A cursor belongs to one sort order and one filter; anywhere else it is refused, so that no page silently skips. */
function fingerprint({ where, sort }: Page): string {
  return createHash('sha256').update(JSON.stringify([where ?? {}, sort ?? null])).digest('base64url').slice(0, 8);
}

export function cursorOf(page: Page, place: Place): string {
  return Buffer.from(JSON.stringify([fingerprint(page), place.value, place.id])).toString('base64url');
}

/** Rejects with INVALID_CURSOR what `cursorOf` did not make for this query. */
export function placeOf(page: Page): Place | null {
  if (page.after === undefined || page.after === null) return null;
  const parts = decoded(page.after);
  const [print, value, id] = parts;
  const valid = parts.length === 3 && print === fingerprint(page) && typeof id === 'string' && isScalar(value);
  if (!valid) throw new Refusal('INVALID_CURSOR', 'after: this cursor does not belong to this list; use a cursor of a page with the same filter and order.');
  return { value, id };
}

function decoded(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function isScalar(value: unknown): value is Scalar | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
