import { daysLater, earlier } from '#shared/calendar/days.ts';
import { idIn, inParallel, type DemoActor } from './actor.ts';
import { dayWithin } from './calendar.ts';
import type { DemoPlay, PersonWithCase } from './talks.ts';
import { openDemoVacancies, OPENINGS, type DemoVacancy, type NetworkStaff } from './vacancies.ts';

const PLACED_UNTIL = 0.97;

/**
 * Plays in how the town hall's leads become vacancies, and people are proposed, hired, and begin: as many as published.
 */
export async function placePeople(
  played: DemoPlay,
  { staff, people }: { staff: NetworkStaff; people: readonly PersonWithCase[] },
): Promise<DemoVacancy[]> {
  const { project, done } = played;
  const vacancies = await openDemoVacancies(played, staff, Math.ceil(project.placed / OPENINGS) + 1);
  await inParallel(people.slice(0, project.placed), 4, async (person, index) => {
    const vacancy = vacancies[index % vacancies.length];
    if (!vacancy) throw new Error('nobody can be placed without a vacancy');
    await placePerson(played, { person, index, vacancy });
    done();
  });
  return vacancies;
}

type PlacedPerson = { person: PersonWithCase; index: number; vacancy: DemoVacancy };

async function placePerson(
  { project, manager }: DemoPlay,
  { person: { personId, openedOn }, index, vacancy: { vacancyId, employerId } }: PlacedPerson,
): Promise<void> {
  const key = `demo/${personId}/placement`;
  const startedOn = dayWithin(
    { from: earlier(daysLater(openedOn, 50), daysLater(project.until, -7)), to: project.until },
    (index / project.placed) * PLACED_UNTIL,
  );
  const proposalId = await hire(manager, { vacancyId, personId, openedOn, startedOn, key });
  const placement = await manager.command('startPlacement', 'placement { id }', {
    personId,
    employerId,
    vacancyId,
    proposalId,
    ...kindAndSubsidy(project, index),
    hoursPerWeek: 30,
    startedOn,
    idempotencyKey: `${key}/started`,
  });
  const past = project.until < '2020';
  await playContinuity(manager, {
    placementId: idIn(placement, 'placement'),
    startedOn,
    key,
    past,
    months: project.lasted?.[index] ?? (past ? (index % 3 === 2 ? 2 : 6) : 0),
  });
}

type Hire = { vacancyId: string; personId: string; openedOn: string; startedOn: string; key: string };

/** Proposes the person and has them hired; returns the id of the proposal. */
async function hire(manager: DemoActor, { vacancyId, personId, openedOn, startedOn, key }: Hire): Promise<string> {
  const proposedOn = earlier(daysLater(openedOn, 30), startedOn);
  const proposal = await manager.command('proposePlacement', 'proposal { id }', {
    vacancyId,
    personId,
    withLegalNotice: false,
    proposedOn,
    idempotencyKey: `${key}/proposed`,
  });
  const proposalId = idIn(proposal, 'proposal');
  await manager.command('answerProposal', 'proposal { id }', {
    proposalId,
    answer: 'HIRED',
    answeredOn: earlier(daysLater(proposedOn, 12), startedOn),
    idempotencyKey: `${key}/hired`,
  });
  return proposalId;
}

/** Work under §16i SGB II is publicly funded; one in six begins a training. */
function kindAndSubsidy({ fundedBy }: DemoPlay['project'], index: number): { kind: string; subsidisedBy: string[] } {
  const funding = fundedBy?.[index] ?? (index % 4 === 0 ? 'P88_EGZ' : undefined);
  if (funding === 'P16I') return { kind: 'PUBLICLY_FUNDED', subsidisedBy: [funding] };
  return { kind: index % 6 === 5 ? 'TRAINING' : 'INSURED_JOB', subsidisedBy: funding ? [funding] : [] };
}

type Continuity = { placementId: string; startedOn: string; key: string; past: boolean; months: number };

/**
 * Confirms the months that the work went on. Work that began years ago lasted half a year, or ended in the third month;
 * what began lately goes on.
 */
async function playContinuity(
  manager: DemoActor,
  { placementId, startedOn, key, past, months }: Continuity,
): Promise<void> {
  for (let month = 1; month <= months; month += 1) {
    await manager.command('confirmContinuity', 'placement { id }', {
      placementId,
      month,
      confirmedOn: daysLater(startedOn, month * 31),
      idempotencyKey: `${key}/month-${month}`,
    });
  }
  if (past && months < 6)
    await manager.command('endPlacement', 'placement { id }', {
      placementId,
      reason: 'TEMPORARY_CONTRACT',
      endedOn: daysLater(startedOn, 80),
      idempotencyKey: `${key}/ended`,
    });
}
