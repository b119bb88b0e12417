import { Schema } from 'mongoose';
import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';
import { correctLevels, isSafeGrowth, isSafeStep, withLevel, type Level } from '#shared/protection/small-counts.ts';
import { oneByOne } from './one-by-one.ts';

/**
 * What was told of a figure outside the team: the totals until certain cut-off days, as they were first told. Every period
 * is worked out from these alone, so two periods can give away no more than they do. It is not built from events but from
 * what was asked when: so it stands beside the two sets of views, and a rebuild leaves it as it is.
 */
export type Released = { id: string; totals: ReleasedTotal[] };
/** When it was told first, or put right, and to which role. */
export type ReleasedTotal = Level & { releasedAt: string; releasedTo: string };

const text = { type: String, required: true };
const releasedSchema = new Schema<Released>(
  {
    id: text,
    totals: [
      new Schema(
        { on: text, count: { type: Number, required: true }, releasedAt: text, releasedTo: text },
        { _id: false },
      ),
    ],
  },
  { _id: false },
);

export type Releases = Collection<Released>;

export function releasedFigures(documents: Pick<Documents, 'collection'>): Releases {
  return documents.collection('released-figures', releasedSchema);
}

export type Series = {
  id: string;
  /** The day until which nothing had happened: where a sum begins. Left out for a number that goes up and down. */
  beginsAfter?: string;
  /**
   * Never smaller on a later day than on an earlier one: a sum. Also where something is taken back later, for it is taken
   * back from every day. So no month is ever told with less than none, though what was told may be too much for a while.
   */
  grows: boolean;
  countOn: (day: string) => Promise<number>;
};

export type Releasing = { releases: Releases; at: string; to: string; stamp: Stamp };

/** The totals that may be told of these days: those told before, put right where that is safe, and new ones in the order asked for. */
export async function release(
  { id, beginsAfter, grows, countOn }: Series,
  days: readonly string[],
  { releases, at, to, stamp }: Releasing,
): Promise<ReadonlyMap<string, number>> {
  const isSafe = grows ? isSafeGrowth : isSafeStep;
  const told = (count: number, on: string): ReleasedTotal => ({ on, count, releasedAt: at, releasedTo: to });
  const beginning = beginsAfter === undefined ? [] : [told(0, beginsAfter)];
  const known = (await releases.get(id))?.totals ?? [];
  const asked = [...new Set([...known.map(({ on }) => on), ...days])].filter((day) => day !== beginsAfter);
  const counted = new Map(await oneByOne(asked, async (day) => [day, await countOn(day)] as const));

  const { totals } = await releases.change(
    id,
    (before) => {
      const former = before?.totals ?? beginning;
      const stamped = correctLevels(former, counted, isSafe).map((total) =>
        former.includes(total) ? total : told(total.count, total.on),
      );
      const after = days.reduce<readonly ReleasedTotal[]>(
        (totals, day) => withLevel(totals, told(counted.get(day) ?? 0, day), isSafe),
        stamped,
      );
      const isSame =
        before !== null && after.length === former.length && after.every((total) => former.includes(total));
      return { state: isSame ? before : { id, totals: [...after] }, events: [] };
    },
    stamp,
  );
  return new Map(totals.map(({ on, count }) => [on, count]));
}
