import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { Refusal } from '#shared/refusal.ts';
import type { Page, Scalar } from './query.ts';

/** The end of a page: the value sorted by, and the id. */
export type CursorPosition = { value: Scalar | null; id: string };

/** The cursors of one collection: writes and reads them. */
export type Cursors = {
  /** Returns a cursor that belongs to one sort order and one filter; elsewhere it is refused, so that no page skips. */
  of: (page: Page, position: CursorPosition) => string;
  /**
   * Returns the position behind which the page begins; null at the start. Refuses, with INVALID_CURSOR, foreign
   * cursors.
   */
  positionOf: (page: Page) => CursorPosition | null;
};

const NONCE = 12;
const TAG = 16;
/** The plain text is padded to a multiple of this, so that the length of a cursor tells less. */
const BLOCK = 64;

/**
 * Seals positions: a position may be that of an entry which the caller is not to see, and nobody but the store may make
 * a cursor up. The nonce is a hash of the plain text under a key of its own: the same position always has the same
 * cursor, and two positions never share a nonce.
 */
export function cursorsOf(collection: string, secret: Buffer): Cursors {
  const keyFor = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `cursors/${collection}/${use}`, 32));
  const [sealing, naming] = [keyFor('seal'), keyFor('nonce')];
  const nonceOf = (list: Buffer, text: Buffer): Buffer =>
    createHmac('sha256', naming).update(list).update(text).digest().subarray(0, NONCE);
  return {
    of: (page, position) => {
      const [list, text] = [listOf(page), padded(position)];
      const nonce = nonceOf(list, text);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(list);
      return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url');
    },
    positionOf: (page) => {
      if (page.after === undefined || page.after === null) return null;
      const sealed = Buffer.from(page.after, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, NONCE), { authTagLength: TAG })
          .setAAD(listOf(page))
          .setAuthTag(sealed.subarray(-TAG));
        const text = Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]).toString();
        // The tag proves that `of` wrote it.
        const [value, id] = JSON.parse(text) as [CursorPosition['value'], string];
        return { value, id };
      } catch {
        throw new Refusal(
          'INVALID_CURSOR',
          'this cursor does not belong to this list; use a cursor of a page with the same filter and order.',
          'after',
        );
      }
    },
  };
}

function listOf({ where, sort }: Page): Buffer {
  return Buffer.from(JSON.stringify([where ?? {}, sort ?? null]));
}

function padded({ value, id }: CursorPosition): Buffer {
  const text = Buffer.from(JSON.stringify([value, id]));
  return Buffer.concat([text, Buffer.alloc(BLOCK - (text.length % BLOCK), ' ')]);
}
