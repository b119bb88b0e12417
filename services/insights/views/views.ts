import { careTeams, type CareTeams } from '#shared/care-team.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import { entryView, type Entries } from './entry.ts';
import { knownCaseView, knownProjectView, knownUnitView, type KnownCase, type KnownProject, type KnownUnit } from './known.ts';

/** Everything insights knows; all of it can be built again from the first event. */
export type Views = { entries: Entries; projects: Collection<KnownProject>; cases: Collection<KnownCase>; units: Collection<KnownUnit>; teams: CareTeams };

export function insightViews(documents: Documents): Views {
  return { entries: entryView(documents), projects: knownProjectView(documents), cases: knownCaseView(documents), units: knownUnitView(documents), teams: careTeams(documents) };
}
