import { Schema } from 'mongoose';
import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';
import type { ExactSituation } from './count-situation.ts';
import { protectedCounts } from './protect-situation.ts';

/** The figures of a cut-off day as they were first published. `persons` is the number of people they count. */
type ReleasedTable = {
  on: string;
  releasedAt: string;
  releasedTo: string;
  persons: number;
  counts: Record<string, number>;
  /** What was ever published of the day: a figure that is hidden since a correction is kept all the same. */
  told: Record<string, number>;
};

/**
 * Everything that was published of a municipality, in the order of the days. One document, so that two months published
 * at the same moment are compared with each other.
 */
type ReleasedSituation = { id: string; tables: ReleasedTable[] };

const text = { type: String, required: true };
const numbers = { type: Schema.Types.Mixed, required: true };
const releasedSchema = new Schema<ReleasedSituation>(
  {
    id: text,
    tables: [
      new Schema(
        {
          on: text,
          releasedAt: text,
          releasedTo: text,
          persons: { type: Number, required: true },
          counts: numbers,
          told: numbers,
        },
        { _id: false, minimize: false },
      ),
    ],
  },
  { _id: false, minimize: false },
);

export type SituationReleases = Collection<ReleasedSituation>;

export function releasedSituations(documents: Documents): SituationReleases {
  return documents.collection('released-situations', releasedSchema);
}

/** Backdated entries of fewer people are not published: the difference between two versions would reveal them. */
const NOTICEABLE = 10;

export type SituationRelease = { municipality: string; on: string; exact: ExactSituation; at: string; to: string };

/**
 * Returns the figures to publish: the ones released before, unless the people counted have become others, for example
 * by an import; then it releases new ones.
 */
export async function releaseSituation(
  releases: SituationReleases,
  release: SituationRelease,
  stamp: Stamp,
): Promise<ReleasedTable> {
  const { municipality, on } = release;
  const { tables } = await releases.change(
    municipality,
    (before) => ({ state: withTable(before ?? { id: municipality, tables: [] }, release), events: [] }),
    stamp,
  );
  const table = tables.find((each) => each.on === on);
  if (!table) throw new Error('a release that was just made');
  return table;
}

function withTable(situation: ReleasedSituation, { on, exact, at, to }: SituationRelease): ReleasedSituation {
  const { id, tables } = situation;
  const persons = exact.recipients.persons;
  const former = tables.find((table) => table.on === on);
  if (former && former.persons > 0 && Math.abs(former.persons - persons) < NOTICEABLE) return situation;
  const published = tables.map((table) => ({ on: table.on, counts: table.told }));
  const counts = protectedCounts(exact, on, published);
  const fresh: ReleasedTable = {
    on,
    releasedAt: at,
    releasedTo: to,
    persons,
    counts,
    told: { ...former?.told, ...counts },
  };
  const others = tables.filter((table) => table !== former);
  return { id, tables: [...others, fresh].sort((a, b) => (a.on < b.on ? -1 : 1)) };
}
