import { randomUUID } from 'node:crypto';
import { random } from '#infra/demo/random.ts';
import type { BookEntry } from './book.ts';

const CLERKS = 16;
const BOOKS = 50;
const HOT_SHARE = 0.2;
const REPEATED_SHARE = 0.05;

/**
 * Sixteen people who write into fifty books, one of them a favourite, and now and then send the same again. Answers
 * what was acknowledged.
 */
export async function clerksAtWork(
  send: (entry: BookEntry) => Promise<void>,
  stopped: AbortSignal,
  pause: () => Promise<void>,
): Promise<BookEntry[]> {
  const acknowledged: BookEntry[] = [];
  await Promise.all(
    Array.from({ length: CLERKS }, async (_, clerk) => {
      const chance = random(clerk + 1);
      for (let n = 0; !stopped.aborted; n += 1) {
        const entry = {
          book: chance.chance(HOT_SHARE) ? 'book-0' : `book-${chance.between(1, BOOKS - 1)}`,
          entry: `${clerk}.${n}`,
          key: randomUUID(),
        };
        await send(entry);
        if (chance.chance(REPEATED_SHARE)) await send(entry);
        acknowledged.push(entry);
        await pause();
      }
    }),
  );
  return acknowledged;
}
