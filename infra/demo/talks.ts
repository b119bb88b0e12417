import { daysLater, earlier } from '#shared/calendar/days.ts';
import { idIn, inParallel, type DemoActor } from './actor.ts';
import { dayWithin } from './calendar.ts';
import type { DemoProject } from './projects.ts';
import type { DemoRecipient } from './recipients.ts';

/** Somebody whose case was opened. */
export type PersonWithCase = DemoRecipient & { caseId: string; openedOn: string };
export type DemoPlay = { project: DemoProject; projectId: string; manager: DemoActor; done: () => void };

const AT_ONCE = 6;
/** The rest of the period is left for what follows from the talks. */
const TALKS_UNTIL = 0.7;

/** Opens cases and holds as many talks in the town hall as were published, second ones with the people met first. */
export async function holdTalks(
  { project, projectId, manager, done }: DemoPlay,
  recipients: readonly DemoRecipient[],
): Promise<PersonWithCase[]> {
  const talked: PersonWithCase[] = [];
  const reached = recipients.slice(0, project.reached);
  await inParallel(reached, AT_ONCE, async (recipient, index) => {
    const openedOn = dayWithin({ from: project.startedOn, to: project.until }, (index / reached.length) * TALKS_UNTIL);
    const caseId = idIn(
      await manager.command('openCase', 'case { id }', {
        projectId,
        personId: recipient.personId,
        contactId: project.caseManager,
        careTeam: [project.caseManager],
        openedOn,
        idempotencyKey: `demo/${recipient.personId}/case`,
      }),
      'case',
    );
    talked[index] = { ...recipient, caseId, openedOn };
    const again = index < project.talks - reached.length ? [1, 2] : [1];
    for (const number of again) {
      await talk(
        { project, manager },
        { caseId, number, on: earlier(daysLater(openedOn, number * 21), project.until) },
      );
      done();
    }
  });
  return talked;
}

async function talk(
  { project, manager }: Pick<DemoPlay, 'project' | 'manager'>,
  { caseId, number, on }: { caseId: string; number: number; on: string },
): Promise<void> {
  const key = `demo/${caseId}/talk-${number}`;
  const invited = await manager.command('inviteToInterview', 'interview { id }', {
    caseId,
    scheduledAt: `${on}T09:00:00Z`,
    invitedOn: daysLater(on, -10),
    place: 'TOWN_HALL',
    idempotencyKey: `${key}/invite`,
    ...(project.startedOn >= '2026-07-01' && {
      placeReason: 'Mobile office in the town hall, agreed with the person for the short way',
    }),
  });
  await manager.command('holdInterview', 'case { id }', {
    caseId,
    interviewId: idIn(invited, 'interview'),
    heldOn: on,
    idempotencyKey: `${key}/hold`,
  });
}

/** Plays in what came out of the talks: assessments and cooperation plans. */
export async function agreePlans(
  { project, manager, done }: DemoPlay,
  talked: readonly PersonWithCase[],
): Promise<void> {
  await inParallel(talked.slice(0, project.plans), AT_ONCE, async ({ caseId, openedOn }, index) => {
    const on = earlier(daysLater(openedOn, 45), project.until);
    await manager.command('assessPotential', 'case { id }', {
      caseId,
      assessedOn: on,
      idempotencyKey: `demo/${caseId}/assessment`,
      strengths: [{ code: index % 2 === 0 ? 'RELIABLE' : 'CRAFT_SKILL' }, { code: 'NETWORK' }],
      obstacles: [{ code: index % 3 === 0 ? 'MOBILITY' : 'LONG_ABSENCE' }],
    });
    await manager.command('agreePlan', 'case { id }', {
      caseId,
      agreedOn: on,
      idempotencyKey: `demo/${caseId}/plan`,
      ...firstPlan(on),
    });
    await manager.command('handOverPlan', 'case { id }', {
      caseId,
      handedOverOn: on,
      idempotencyKey: `demo/${caseId}/handed-over`,
    });
    done();
  });
}

/** Returns what a first version says that was agreed on a day. */
export function firstPlan(on: string) {
  return {
    goal: { kind: 'INSURED_WORK', text: 'Insured work near home, with hours that fit the family' },
    // §15(2) SGB II asks for it from that day on.
    ...(on >= '2026-07-01' && {
      offer: { kind: 'PLACEMENT', text: 'Proposals of companies in the municipality, and a talk every two weeks' },
    }),
    steps: [
      { what: 'Bring the application papers up to date', owner: 'PERSON', dueOn: daysLater(on, 21) },
      { what: 'Ask two companies in the municipality about trial work', owner: 'JOB_CENTRE', dueOn: daysLater(on, 35) },
    ],
  };
}

/** Returns somebody by their place in the list. */
export function personAt(people: readonly PersonWithCase[], index: number): PersonWithCase {
  const person = people[index];
  if (!person) throw new Error(`nobody has the place ${index} in the list`);
  return person;
}
