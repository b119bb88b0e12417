import { createHash } from 'node:crypto';
import type { Identified } from '#shared/documents/documents.ts';
import { eachDocument } from '#shared/documents/find-all.ts';
import type { Views } from '../views/views.ts';

/** The content of a view: how many documents, and a hash of all of them in the order of their ids. */
export type ViewPrint = { count: number; hash: string };
export type ComparedView = { view: keyof Views; before: ViewPrint; after: ViewPrint };

/** Compares two sets of views. `onDocument` is called for each document that is read: it may take a while. */
export async function compareViewSets(
  before: Views,
  after: Views,
  onDocument: () => Promise<void>,
): Promise<ComparedView[]> {
  const compared: ComparedView[] = [];
  // The names are those of the type.
  for (const view of Object.keys(after) as (keyof Views)[]) {
    const [former, next] = [await printOf(before[view], onDocument), await printOf(after[view], onDocument)];
    compared.push({ view, before: former, after: next });
  }
  return compared;
}

export const isSame = ({ before, after }: ComparedView): boolean => before.hash === after.hash;

async function printOf(view: Views[keyof Views], onDocument: () => Promise<void>): Promise<ViewPrint> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const state of eachDocument<Identified>(view)) {
    await onDocument();
    hash.update(`${JSON.stringify(sorted(state))}\n`);
    count += 1;
  }
  return { count, hash: hash.digest('hex').slice(0, 12) };
}

/** Returns the same facts in the order of their names, in whichever order they were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
