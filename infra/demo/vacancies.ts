import { daysLater } from '#shared/calendar/days.ts';
import { idIn, type DemoActor } from './actor.ts';
import { dayWithin } from './calendar.ts';
import type { DemoPlay } from './talks.ts';

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
export const OPENINGS = openings.length;
const WEEKS_BEFORE_START = 14;

export type DemoVacancy = { vacancyId: string; employerId: string; registeredOn: string };
export type NetworkStaff = { service: DemoActor; townHall: DemoActor };
type Opening = { opening: (typeof openings)[number]; on: string; key: string; posts: number };

/** Opens a vacancy for each opening, with so many posts; for some of them the town hall reports a lead first. */
export async function openDemoVacancies(
  { project, done }: DemoPlay,
  { service, townHall }: NetworkStaff,
  posts: number,
): Promise<DemoVacancy[]> {
  const vacancies: DemoVacancy[] = [];
  for (const [index, opening] of openings.entries()) {
    const on = dayWithin({ from: project.startedOn, to: project.until }, 0.02 + index * 0.01);
    const described: Opening = { opening, on, key: `demo/${project.key}/opening-${index}`, posts };
    const leadId = index < project.leads ? await reportLead(project, townHall, described) : undefined;
    const vacancy = await registerOpening(project, service, described);
    vacancies.push(vacancy);
    if (leadId !== undefined)
      await service.command('answerLead', 'lead { id }', {
        leadId,
        answer: 'BECAME_VACANCY',
        text: 'Vielen Dank, daraus sind Stellen geworden.',
        answeredOn: on,
        employerId: vacancy.employerId,
        vacancyId: vacancy.vacancyId,
        idempotencyKey: `${described.key}/answer`,
      });
    done();
  }
  return vacancies;
}

async function reportLead(
  { municipality, town }: DemoPlay['project'],
  townHall: DemoActor,
  { opening, on, key }: Opening,
): Promise<string> {
  return idIn(
    await townHall.command('reportLead', 'lead { id }', {
      municipality,
      company: `${opening.company} ${town}`,
      kind: 'EXPANSION',
      note: `Sucht Leute: ${opening.title}`,
      reportedOn: on,
      idempotencyKey: `${key}/lead`,
    }),
    'lead',
  );
}

/** Registers the employer, notes the visit there, and registers the vacancy. */
async function registerOpening(
  project: DemoPlay['project'],
  service: DemoActor,
  opening: Opening,
): Promise<DemoVacancy> {
  const { on, key } = opening;
  const employerId = await registerEmployer(project, service, opening);
  await service.command('recordContact', 'employer { id }', {
    employerId,
    channel: 'VISIT',
    outcome: 'VACANCY',
    contactedOn: on,
    idempotencyKey: `${key}/contact`,
  });
  const { title, occupation, hoursPerWeek, cents } = opening.opening;
  const vacancyId = idIn(
    await service.command('registerVacancy', 'vacancy { id }', {
      employerId,
      title,
      occupation,
      municipality: project.municipality,
      hoursPerWeek,
      dayparts: ['MORNING', 'AFTERNOON'],
      startsOn: daysLater(on, 14),
      posts: opening.posts + 2,
      refreshOn: daysLater(on, 7 * WEEKS_BEFORE_START),
      pay: { cents, per: 'HOUR' },
      registeredOn: on,
      idempotencyKey: `${key}/vacancy`,
    }),
    'vacancy',
  );
  return { vacancyId, employerId, registeredOn: on };
}

async function registerEmployer(
  { municipality, postcode, town }: DemoPlay['project'],
  service: DemoActor,
  { opening: { company, branch }, on, key }: Opening,
): Promise<string> {
  return idIn(
    await service.command('registerEmployer', 'employer { id }', {
      kind: 'COMPANY',
      name: `${company} ${town}`,
      branch,
      municipality,
      address: { postcode, town },
      size: 'FROM_10_TO_49',
      registeredOn: on,
      idempotencyKey: `${key}/employer`,
    }),
    'employer',
  );
}
