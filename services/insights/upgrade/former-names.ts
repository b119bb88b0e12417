import { setImmediate as letOthersWork } from 'node:timers/promises';
import { Schema } from 'mongoose';
import { underPresentName } from '#shared/contracts/contract.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import type { Documents, Stamp } from '#shared/documents/documents.ts';
import { documentBatches } from '#shared/documents/find-all.ts';
import type { Clock } from '../views/generation.ts';
import type { TimelineEntries, TimelineEntry } from '../views/timeline-entry.ts';
import { slots, type ViewsBySlot } from '../views/views.ts';

/** Remembers what of a former version was carried over, so that it is looked for once only. */
export type CarriedOver = { id: string; carriedOverAt: string };

const carriedOverSchema = new Schema<CarriedOver>(
  { id: { type: String, required: true }, carriedOverAt: { type: String, required: true } },
  { _id: false },
);

const EVENT_NAMES = 'event-names';

export type FormerNames = {
  /**
   * Gives every entry that was written under a former event name its present one, in both sets of views. It may be
   * stopped at any point and called again, also by several replicas at once. `beat` is called now and then: it may
   * take a while.
   */
  carryOver: (beat?: () => Promise<void>) => Promise<void>;
};

/**
 * Entries of houses from before version 1.0 bear the names that events had then. Before anybody reads them, they are
 * renamed.
 */
export function formerNamesIn(
  documents: Pick<Documents, 'collection'>,
  { views, clock }: { views: ViewsBySlot; clock: Clock },
): FormerNames {
  const done = documents.collection('carried-over', carriedOverSchema);
  return {
    carryOver: async (beat = async () => undefined) => {
      if ((await done.get(EVENT_NAMES)) !== null) return;
      const stamp: Stamp = { requestId: 'carry-over', at: clock().toISOString() };
      for (const slot of slots) await rename(views[slot].entries, stamp, beat);
      await done.change(
        EVENT_NAMES,
        (known) => ({ state: known ?? { id: EVENT_NAMES, carriedOverAt: stamp.at }, events: [] }),
        stamp,
      );
    },
  };
}

/**
 * Batches without a condition: no index leads to a name alone, and each answers in time however many entries there
 * are.
 */
async function rename(entries: TimelineEntries, stamp: Stamp, beat: () => Promise<void>): Promise<void> {
  for await (const batch of documentBatches(entries)) {
    const former = batch.filter((entry) => withPresentName(entry) !== entry);
    await Promise.all(
      former.map((entry) =>
        entries.change(entry.id, (known) => ({ state: withPresentName(known ?? entry), events: [] }), stamp),
      ),
    );
    await letOthersWork();
    await beat();
  }
}

/** Returns the entry under the present name of its event; the same entry where it bears it already. */
export function withPresentName(entry: TimelineEntry): TimelineEntry {
  const data = Object.fromEntries(entry.facts.map(({ name, value }) => [name, value]));
  const { type: name } = contracts.reduce((event, contract) => underPresentName(contract, event), {
    type: entry.name,
    data,
  });
  return name === entry.name ? entry : { ...entry, name };
}
