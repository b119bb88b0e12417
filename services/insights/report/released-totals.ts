import { Schema } from 'mongoose';
import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';
import { correctLevels, isSafeGrowth, isSafeStep, withLevel, type Level } from '#shared/protection/small-counts.ts';
import { eachInTurn } from './each-in-turn.ts';

/**
 * What was told of a figure outside the team: the totals until certain cut-off days, as they were first told. Every
 * period is worked out from these alone, so two periods can give away no more than they do. It is not built from
 * events but from what was asked when: so it stands beside the two sets of views, and a rebuild leaves it as it is.
 */
export type ReleasedFigure = { id: string; totals: ReleasedTotal[] };
/** When it was told first, or put right, and to which role. */
export type ReleasedTotal = Level & { releasedAt: string; releasedTo: string };

const text = { type: String, required: true };
const totalSchema = new Schema<ReleasedTotal>(
  { on: text, count: { type: Number, required: true }, releasedAt: text, releasedTo: text },
  { _id: false },
);
const releasedSchema = new Schema<ReleasedFigure>({ id: text, totals: [totalSchema] }, { _id: false });

export type FigureReleases = Collection<ReleasedFigure>;

export function releasedFigures(documents: Pick<Documents, 'collection'>): FigureReleases {
  return documents.collection('released-figures', releasedSchema);
}

export type Series = {
  id: string;
  /** The day until which nothing had happened: where a sum begins. Left out for a number that goes up and down. */
  beginsAfter?: string;
  /**
   * Never smaller on a later day than on an earlier one: a sum. Also where something is taken back later, for it is
   * taken back from every day. So no month is ever told with less than none, though what was told may be too much for
   * a while.
   */
  grows: boolean;
  countOn: (day: string) => Promise<number>;
};

/** Who is told, and when. */
export type FigureReleaseRequest = { releases: FigureReleases; at: string; to: string; stamp: Stamp };

/**
 * Returns the totals that may be told of these days: those told before, put right where that is safe, and new ones in
 * the order asked for.
 */
export async function releaseTotals(
  { id, beginsAfter, grows, countOn }: Series,
  days: readonly string[],
  { releases, at, to, stamp }: FigureReleaseRequest,
): Promise<ReadonlyMap<string, number>> {
  const isSafe = grows ? isSafeGrowth : isSafeStep;
  const totalNow = (count: number, on: string): ReleasedTotal => ({ on, count, releasedAt: at, releasedTo: to });
  const beginning = beginsAfter === undefined ? [] : [totalNow(0, beginsAfter)];
  const released = (await releases.get(id))?.totals ?? [];
  const asked = [...new Set([...released.map(({ on }) => on), ...days])].filter((day) => day !== beginsAfter);
  const counted = new Map(await eachInTurn(asked, async (day) => [day, await countOn(day)] as const));

  const decide = (before: ReleasedFigure | null): ReleasedFigure => {
    const former = before?.totals ?? beginning;
    const putRight = correctLevels(former, counted, isSafe).map((total) =>
      former.includes(total) ? total : totalNow(total.count, total.on),
    );
    const after = days.reduce<readonly ReleasedTotal[]>(
      (totals, day) => withLevel(totals, totalNow(counted.get(day) ?? 0, day), isSafe),
      putRight,
    );
    const isSame = before !== null && after.length === former.length && after.every((total) => former.includes(total));
    return isSame ? before : { id, totals: [...after] };
  };
  const { totals } = await releases.change(id, (before) => ({ state: decide(before), events: [] }), stamp);
  return new Map(totals.map(({ on, count }) => [on, count]));
}
