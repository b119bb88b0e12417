import { daysLater, earlier } from '#shared/calendar/days.ts';
import { idIn, inParallel, type DemoActor } from './actor.ts';
import { dayWithin } from './calendar.ts';
import type { DemoPlay, PersonWithCase } from './talks.ts';

/** Posts by occupation; the companies are invented. */
const openings = [
  {
    company: 'Ried-Logistik',
    branch: 'Lagerei',
    title: 'Helfer/in im Lager',
    occupation: '51311',
    hoursPerWeek: 35,
    cents: 1390,
  },
  {
    company: 'Weschnitztal Gebäudeservice',
    branch: 'Reinigung',
    title: 'Reinigungskraft',
    occupation: '54101',
    hoursPerWeek: 25,
    cents: 1425,
  },
  {
    company: 'Markthalle an der Bergstraße',
    branch: 'Einzelhandel',
    title: 'Verkäufer/in',
    occupation: '62102',
    hoursPerWeek: 30,
    cents: 1450,
  },
  {
    company: 'Gasthaus Zur Linde',
    branch: 'Gastronomie',
    title: 'Servicekraft',
    occupation: '63301',
    hoursPerWeek: 20,
    cents: 1390,
  },
  {
    company: 'Gärtnerei Rosengarten',
    branch: 'Gartenbau',
    title: 'Gärtner/in',
    occupation: '12102',
    hoursPerWeek: 38,
    cents: 1500,
  },
] as const;
const PLACED_UNTIL = 0.97;
const WEEKS_BEFORE_START = 14;

export type DemoVacancy = { vacancyId: string; employerId: string; registeredOn: string };
type Staff = { service: DemoActor; townHall: DemoActor };

/** The town hall's leads become vacancies; people are proposed, hired, and begin: as many as were published. */
export async function placePeople(
  played: DemoPlay,
  { staff, people }: { staff: Staff; people: readonly PersonWithCase[] },
): Promise<DemoVacancy[]> {
  const { project, manager, done } = played;
  const vacancies = await findVacancies(played, staff, Math.ceil(project.placed / openings.length) + 1);
  await inParallel(people.slice(0, project.placed), 4, async ({ personId, openedOn }, index) => {
    const { vacancyId, employerId } = vacancies[index % vacancies.length] ?? noVacancy();
    const key = `demo/${personId}/placement`;
    const startedOn = dayWithin(
      { from: earlier(daysLater(openedOn, 50), daysLater(project.until, -7)), to: project.until },
      (index / project.placed) * PLACED_UNTIL,
    );
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
    const placement = await manager.command('startPlacement', 'placement { id }', {
      personId,
      employerId,
      vacancyId,
      proposalId,
      ...begun(project, index),
      hoursPerWeek: 30,
      startedOn,
      idempotencyKey: `${key}/started`,
    });
    const past = project.until < '2020';
    await lasted(manager, {
      placementId: idIn(placement, 'placement'),
      startedOn,
      key,
      past,
      months: project.lasted?.[index] ?? (past ? (index % 3 === 2 ? 2 : 6) : 0),
    });
    done();
  });
  return vacancies;
}

/** Work under §16i SGB II is publicly funded; one in six begins a training. */
function begun({ fundedBy }: DemoPlay['project'], index: number): { kind: string; subsidisedBy: string[] } {
  const funding = fundedBy?.[index] ?? (index % 4 === 0 ? 'P88_EGZ' : undefined);
  if (funding === 'P16I') return { kind: 'PUBLICLY_FUNDED', subsidisedBy: [funding] };
  return { kind: index % 6 === 5 ? 'TRAINING' : 'INSURED_JOB', subsidisedBy: funding ? [funding] : [] };
}

type Lasted = { placementId: string; startedOn: string; key: string; past: boolean; months: number };

/** The months that were confirmed. Work that began years ago lasted half a year, or ended in the third month; what began lately goes on. */
async function lasted(manager: DemoActor, { placementId, startedOn, key, past, months }: Lasted): Promise<void> {
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

async function findVacancies(
  { project, done }: DemoPlay,
  { service, townHall }: Staff,
  posts: number,
): Promise<DemoVacancy[]> {
  const vacancies: DemoVacancy[] = [];
  for (const [index, opening] of openings.entries()) {
    const on = dayWithin({ from: project.startedOn, to: project.until }, 0.02 + index * 0.01);
    const key = `demo/${project.key}/opening-${index}`;
    const leadId =
      index < project.leads
        ? idIn(
            await townHall.command('reportLead', 'lead { id }', {
              municipality: project.municipality,
              company: `${opening.company} ${project.town}`,
              kind: 'EXPANSION',
              note: `Sucht Leute: ${opening.title}`,
              reportedOn: on,
              idempotencyKey: `${key}/lead`,
            }),
            'lead',
          )
        : undefined;
    const vacancy = await registered(project, service, { opening, on, key, posts });
    vacancies.push(vacancy);
    if (leadId !== undefined)
      await service.command('answerLead', 'lead { id }', {
        leadId,
        answer: 'BECAME_VACANCY',
        text: 'Vielen Dank, daraus sind Stellen geworden.',
        answeredOn: on,
        employerId: vacancy.employerId,
        vacancyId: vacancy.vacancyId,
        idempotencyKey: `${key}/answer`,
      });
    done();
  }
  return vacancies;
}

type Opening = { opening: (typeof openings)[number]; on: string; key: string; posts: number };

async function registered(
  { municipality, postcode, town }: DemoPlay['project'],
  service: DemoActor,
  { opening, on, key, posts }: Opening,
): Promise<DemoVacancy> {
  const employerId = idIn(
    await service.command('registerEmployer', 'employer { id }', {
      kind: 'COMPANY',
      name: `${opening.company} ${town}`,
      branch: opening.branch,
      municipality,
      address: { postcode, town },
      size: 'FROM_10_TO_49',
      registeredOn: on,
      idempotencyKey: `${key}/employer`,
    }),
    'employer',
  );
  await service.command('recordContact', 'employer { id }', {
    employerId,
    channel: 'VISIT',
    outcome: 'VACANCY',
    contactedOn: on,
    idempotencyKey: `${key}/contact`,
  });
  const vacancyId = idIn(
    await service.command('registerVacancy', 'vacancy { id }', {
      employerId,
      title: opening.title,
      occupation: opening.occupation,
      municipality,
      hoursPerWeek: opening.hoursPerWeek,
      dayparts: ['MORNING', 'AFTERNOON'],
      startsOn: daysLater(on, 14),
      posts: posts + 2,
      refreshOn: daysLater(on, 7 * WEEKS_BEFORE_START),
      pay: { cents: opening.cents, per: 'HOUR' },
      registeredOn: on,
      idempotencyKey: `${key}/vacancy`,
    }),
    'vacancy',
  );
  return { vacancyId, employerId, registeredOn: on };
}

function noVacancy(): never {
  throw new Error('nobody can be placed without a vacancy');
}
