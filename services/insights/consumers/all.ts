import { careTeamReactions } from '#shared/care-team.ts';
import { joined, type Consumer, type Reaction } from '#shared/consume.ts';
import { caseEvents } from '#shared/contracts/cases.ts';
import type { Received } from '#shared/contracts/contract.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import { dayFields, entryOf } from '../entry-of.ts';
import type { Views } from '../views/views.ts';

/**
 * Insights listens to everything. Topics are not ordered among each other: no reaction looks at what another topic has
 * said; what belongs together is joined when somebody asks. So any interleaving builds the same views.
 */
export function insightsConsumer(views: Views): Consumer {
  const keep: Reaction = async (event) => {
    const entry = entryOf(event);
    if (entry) await views.entries.project(entry.id, event, () => entry);
  };
  const kept = { contracts: [caseEvents, peopleEvents, measureEvents, employerEvents], reactions: Object.fromEntries(Object.keys(dayFields).map((name) => [name, [keep]])) };
  const aside = (reactions: Consumer['reactions']): Consumer => ({ contracts: [], reactions });
  return joined(kept, aside(careTeamReactions(views.teams)), aside(projectReactions(views)), aside(unitReactions(views)));
}

type OfCase<Name extends keyof (typeof caseEvents)['data']> = Received<typeof caseEvents, Name>['data'];
type OfPeople<Name extends keyof (typeof peopleEvents)['data']> = Received<typeof peopleEvents, Name>['data'];

function projectReactions({ projects, cases }: Views): Consumer['reactions'] {
  const started: Reaction = (event) => {
    const { projectId: id, municipality, startedOn, caseManagerIds } = event.data as OfCase<'project.started'>;
    return projects.project(id, event, () => ({ id, municipality, startedOn, caseManagerIds }));
  };
  const updated: Reaction = (event) => {
    const { projectId: id, municipality, updatedOn, caseManagerIds } = event.data as OfCase<'project.updated'>;
    return projects.project(id, event, (project) => ({ id, municipality, startedOn: project?.startedOn ?? updatedOn, caseManagerIds }));
  };
  const opened: Reaction = (event) => {
    const { caseId: id, projectId, personId } = event.data as OfCase<'case.opened'>;
    return cases.project(id, event, () => ({ id, projectId, personId }));
  };
  return { 'project.started': [started], 'project.updated': [updated], 'case.opened': [opened] };
}

function unitReactions({ units }: Views): Consumer['reactions'] {
  const members: Reaction = (event) => {
    const { benefitUnitId: id, municipality, memberIds } = event.data as OfPeople<'benefitUnit.formed'>;
    return units.project(id, event, (unit) => ({ id, municipality, memberIds, benefits: unit?.benefits ?? [] }));
  };
  const started: Reaction = (event) => {
    const { benefitUnitId: id, municipality, startedOn } = event.data as OfPeople<'benefitUnit.benefitStarted'>;
    return units.project(id, event, (unit) => ({ id, municipality, memberIds: unit?.memberIds ?? [], benefits: [...(unit?.benefits ?? []), { from: startedOn }] }));
  };
  const ended: Reaction = (event) => {
    const { benefitUnitId: id, municipality, endedOn, memberIds } = event.data as OfPeople<'benefitUnit.benefitEnded'>;
    return units.project(id, event, (unit) => ({ id, municipality, memberIds: unit?.memberIds ?? memberIds, benefits: (unit?.benefits ?? []).map((benefit) => (benefit.to === undefined ? { ...benefit, to: endedOn } : benefit)) }));
  };
  return { 'benefitUnit.formed': [members], 'benefitUnit.updated': [members], 'benefitUnit.benefitStarted': [started], 'benefitUnit.benefitEnded': [ended] };
}
