import { Schema } from 'mongoose';
import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';
import type { ExactSituation } from './count-situation.ts';
import { protectedCounts } from './protect-situation.ts';

/** The numbers of a cut-off day as they were first shown outside the job centre. `persons` is how many people were counted for them. */
type ReleasedTable = {
  on: string;
  releasedAt: string;
  releasedTo: string;
  persons: number;
  counts: Record<string, number>;
  told: Record<string, number>;
};
/** All that was shown of a municipality, in the order of the days: one document, so that two months shown at the same moment know of each other. */
type Released = { id: string; tables: ReleasedTable[] };

const text = { type: String, required: true };
const numbers = { type: Schema.Types.Mixed, required: true };
const releasedSchema = new Schema<Released>(
  // `told` is what was ever shown of a day: a figure that is hidden since a correction is remembered all the same.
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

export type Releases = Collection<Released>;

export function releasedSituations(documents: Documents): Releases {
  return documents.collection('released-situations', releasedSchema);
}

/** Backdated entries of fewer people than this do not show: two versions of one table would tell what the difference is. */
const NOTICEABLE = 10;

export type Releasing = { municipality: string; on: string; exact: ExactSituation; at: string; to: string };

/** The numbers that go outside: the ones released before, unless the list has become another one, e.g. by an import. */
export async function released(
  releases: Releases,
  { municipality, on, exact, at, to }: Releasing,
  stamp: Stamp,
): Promise<ReleasedTable> {
  const persons = exact.recipients.persons;
  const { tables } = await releases.change(
    municipality,
    (before) => {
      const others = before?.tables ?? [];
      const former = others.find((table) => table.on === on);
      if (before && former && former.persons > 0 && Math.abs(former.persons - persons) < NOTICEABLE)
        return { state: before, events: [] };
      const counts = protectedCounts(
        exact,
        on,
        others.map((table) => ({ on: table.on, counts: table.told })),
      );
      const fresh: ReleasedTable = {
        on,
        releasedAt: at,
        releasedTo: to,
        persons,
        counts,
        told: { ...former?.told, ...counts },
      };
      return {
        state: {
          id: municipality,
          tables: [...others.filter((table) => table !== former), fresh].sort((one, other) =>
            one.on < other.on ? -1 : 1,
          ),
        },
        events: [],
      };
    },
    stamp,
  );
  const table = tables.find((each) => each.on === on);
  if (!table) throw new Error('a release that was just made');
  return table;
}
