import { careTeams, type CareTeams } from '#shared/care-team.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { timelineEntryView, type TimelineEntries } from './timeline-entry.ts';
import { knownCaseView, type KnownCases } from './known-case.ts';
import { knownProjectView, type KnownProjects } from './known-project.ts';
import { knownBenefitUnitView, type KnownBenefitUnits } from './known-unit.ts';
import { distinctTallyView, type DistinctTallies } from './distinct-tally.ts';

/** All that insights has heard; it can be built again from the first event. */
export type Views = {
  entries: TimelineEntries;
  tallies: DistinctTallies;
  projects: KnownProjects;
  cases: KnownCases;
  units: KnownBenefitUnits;
  teams: CareTeams;
};

/** The two sets of views: one that answers, and one in which a rebuild prepares the next. */
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
    entries: timelineEntryView(inSlot),
    tallies: distinctTallyView(inSlot),
    projects: knownProjectView(inSlot),
    cases: knownCaseView(inSlot),
    units: knownBenefitUnitView(inSlot),
    teams: careTeams(inSlot),
  };
}
