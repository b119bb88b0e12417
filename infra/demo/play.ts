import { z } from 'zod';
import { daysLater, germanDay } from '#shared/calendar/days.ts';
import { idIn, inParallel, type DemoActor } from './actor.ts';
import { dayWithin } from './calendar.ts';
import { fillMeasures } from './measures.ts';
import { placePeople } from './placements.ts';
import { PRESENT_DAY_STEPS, playPresentDay } from './present-day.ts';
import { demoProjects, type DemoProject } from './projects.ts';
import { importRecipients, recipientsOf, type DemoRecipient } from './recipients.ts';
import { agreePlans, holdTalks, type DemoPlay, type PersonWithCase } from './talks.ts';

export type DemoOptions = {
  actorOf: (user: string) => Promise<DemoActor>;
  onProgress: (done: number, total: number) => void;
  today?: string;
};

/** Plays the demo data in as the users concerned, through the list import and the graph, and never into a store. */
export async function playDemo({ actorOf, onProgress, today = germanDay(new Date()) }: DemoOptions): Promise<void> {
  const total = countDemoSteps();
  let steps = 0;
  const done = (): void => onProgress((steps += 1), total);
  await inParallel(demoProjects, 2, (project) => playProject(project, { actorOf, done, today }));
}

/** Counts how often `done` is called, for the progress bar. */
export function countDemoSteps(): number {
  return demoProjects.reduce(
    (sum, { talks, plans, measures, placed, exchanges, unitsLeft, notInvited }) =>
      sum +
      2 +
      talks +
      plans +
      measures +
      placed +
      exchanges +
      unitsLeft +
      5 +
      (notInvited === undefined ? 0 : PRESENT_DAY_STEPS),
    0,
  );
}

async function playProject(
  project: DemoProject,
  { actorOf, done, today }: { actorOf: (user: string) => Promise<DemoActor>; done: () => void; today: string },
): Promise<void> {
  const [lead, manager, townHall, service] = await Promise.all([
    actorOf('miriam.vogt'),
    actorOf(project.caseManager),
    actorOf(project.townHall),
    actorOf('carla.stein'),
  ]);
  await importRecipients(project, lead);
  done();
  const recipients = await recipientsOf(project, lead);
  const played: DemoPlay = { project, projectId: await started(project, lead), manager, done };
  done();
  await meet(played, townHall);
  const talked = await holdTalks(played, recipients);
  await agreePlans(played, talked);
  const vacancies = await placePeople(played, { staff: { service, townHall }, people: talked });
  await fillMeasures(played, { lead, people: talked.slice(project.placed), today });
  await leaveBenefit(played, talked.slice(0, project.placed));
  if (project.notInvited !== undefined)
    await playPresentDay(played, {
      people: talked,
      waiting: recipients.slice(-project.notInvited),
      vacancies,
      townHall,
    });
}

async function started(
  { key, municipality, title, town, caseManager, startedOn, recipients, goals = [] }: DemoProject,
  lead: DemoActor,
): Promise<string> {
  return idIn(
    await lead.command('startProject', 'project { id }', {
      municipality,
      title,
      startedOn,
      caseManagerIds: [caseManager],
      idempotencyKey: `demo/${key}/project`,
      partners: [
        { kind: 'JOB_CENTRE', name: 'Neue Wege Kreis Bergstraße' },
        { kind: 'TOWN_HALL', name: `Gemeinde ${town}` },
      ],
      goals: [{ code: 'TALKS_HELD', target: recipients }, ...goals],
      officeHours: [
        { weekday: 'TUESDAY', from: '09:00', to: '12:00', room: 'Rathaus, Zimmer 4', validFrom: startedOn },
      ],
    }),
    'project',
  );
}

/** Plays in the meetings of job centre and town hall, recorded by the one and the other in turn. */
async function meet({ project, projectId, manager, done }: DemoPlay, townHall: DemoActor): Promise<void> {
  for (let number = 1; number <= project.exchanges; number += 1) {
    const heldOn = dayWithin({ from: project.startedOn, to: project.until }, number / (project.exchanges + 1));
    const held = await (number % 2 === 1 ? manager : townHall).command('holdExchange', 'meeting { id items { id } }', {
      projectId,
      heldOn,
      participants: ['JOB_CENTRE', 'TOWN_HALL'],
      topics: number % 2 === 1 ? ['CHILDCARE', 'CLUBS'] : ['LOCAL_BUSINESS'],
      idempotencyKey: `demo/${project.key}/exchange-${number}`,
      items: [
        {
          what:
            number % 2 === 1
              ? 'Ask the day care about places before eight'
              : 'Visit the new companies in the trading estate',
          owner: 'TOWN_HALL',
          dueOn: daysLater(heldOn, 30),
        },
      ],
    });
    if (number === 1)
      await townHall.command('completeExchangeItem', 'meeting { id }', {
        ...firstItem(held),
        doneOn: daysLater(heldOn, 14),
        idempotencyKey: `demo/${project.key}/exchange-${number}/done`,
      });
    done();
  }
}

const meetingSchema = z.object({ meeting: z.object({ id: z.string(), items: z.array(z.object({ id: z.string() })) }) });

function firstItem(held: Record<string, unknown>): { meetingId: string; itemId: string | undefined } {
  const {
    meeting: { id, items },
  } = meetingSchema.parse(held);
  return { meetingId: id, itemId: items[0]?.id };
}

/** Ends the benefit of units whose people work now; each unit once. */
async function leaveBenefit(
  { project, manager, done }: DemoPlay,
  placed: readonly (PersonWithCase & DemoRecipient)[],
): Promise<void> {
  const units = [...new Set(placed.flatMap(({ benefitUnitId }) => benefitUnitId ?? []))].slice(0, project.unitsLeft);
  for (const [index, benefitUnitId] of units.entries()) {
    const endedOn = dayWithin({ from: project.startedOn, to: project.until }, 0.6 + (index / units.length) * 0.35);
    await manager.command('endBenefit', 'benefitUnit { id }', {
      benefitUnitId,
      endedOn,
      reason: 'WORK',
      idempotencyKey: `demo/${benefitUnitId}/left`,
    });
    done();
  }
}
