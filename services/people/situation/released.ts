import { Schema } from 'mongoose';
import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';
import type { SituationTables } from './situation.ts';

/** Protected tables as they were first shown outside the job centre. `persons` is how many people were counted for them. */
export type Release = { id: string; municipality: string; on: string; releasedAt: string; releasedTo: string; persons: number; tables: SituationTables };

const text = { type: String, required: true };
const releaseSchema = new Schema<Release>(
  // The tables are stored as they were shown; nothing asks into them.
  { id: text, municipality: text, on: text, releasedAt: text, releasedTo: text, persons: { type: Number, required: true }, tables: { type: Schema.Types.Mixed, required: true } },
  { _id: false },
);

export type Releases = Collection<Release>;

export function releasedSituations(documents: Documents): Releases {
  return documents.collection('situation-releases', releaseSchema);
}

/** Backdated entries of fewer people than this do not show: two versions of one table would tell what the difference is. */
const NOTICEABLE = 10;

/** The tables that go outside: the ones released before, unless the list has become another one, e.g. by an import. */
export async function released(releases: Releases, fresh: Omit<Release, 'id'>, stamp: Stamp): Promise<Release> {
  const id = `${fresh.municipality}/${fresh.on}`;
  return releases.change(id, (before) => {
    const stands = before !== null && Math.abs(before.persons - fresh.persons) < NOTICEABLE && before.persons > 0;
    return { state: stands ? before : { ...fresh, id }, events: [] };
  }, stamp);
}
