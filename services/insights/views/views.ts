import { careTeams, type CareTeams } from '#shared/care-team.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { entryView, type Entries } from './entry.ts';
import { knownCaseView, type KnownCases } from './known-case.ts';
import { knownProjectView, type KnownProjects } from './known-project.ts';
import { knownUnitView, type KnownUnits } from './known-unit.ts';
import { tallyView, type Tallies } from './tally.ts';

/** Where a view may be declared. */
export type Declares = Pick<Documents, 'collection'>;

/** Everything insights knows; all of it can be built again from the first event. */
export type Views = {
  entries: Entries;
  tallies: Tallies;
  projects: KnownProjects;
  cases: KnownCases;
  units: KnownUnits;
  teams: CareTeams;
};

/** There are two sets of views: one that answers, and one in which a rebuild prepares the next. */
export const slots = ['a', 'b'] as const;
export type Slot = (typeof slots)[number];
export type ViewsBySlot = Record<Slot, Views>;

export function insightViews(documents: Documents): ViewsBySlot {
  return { a: viewsIn(documents, 'a'), b: viewsIn(documents, 'b') };
}

function viewsIn(documents: Documents, slot: Slot): Views {
  const inSlot: Documents = {
    ...documents,
    collection: (name, schema, contract) => documents.collection(`${name}-${slot}`, schema, contract),
  };
  return {
    entries: entryView(inSlot),
    tallies: tallyView(inSlot),
    projects: knownProjectView(inSlot),
    cases: knownCaseView(inSlot),
    units: knownUnitView(inSlot),
    teams: careTeams(inSlot),
  };
}
