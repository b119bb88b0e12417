import { answer, found, type Refused } from '#shared/answer.ts';
import { refused } from '#shared/graph-error.ts';
import { given } from '#shared/given.ts';
import { connection, type PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Repeatable } from '#shared/request.ts';
import { keepsNetwork, maySeeNetwork, networkOf } from '../access.ts';
import { closeVacancy } from '../commands/vacancy/close-vacancy.ts';
import { registerVacancy } from '../commands/vacancy/register-vacancy.ts';
import { updateVacancy } from '../commands/vacancy/update-vacancy.ts';
import { maySeePlacementsOf, type Context } from '../context.ts';
import { byFit, match, type Match } from '../match.ts';
import { assertOccupation } from '../reference/occupations.ts';
import type { Proposal, Vacancy, VacancyDecision, VacancyFacts } from '../vacancy.ts';
import { visibleEmployer } from './employer.ts';

type OrNull<Shape> = { [Key in keyof Shape]?: Shape[Key] | null };
type Needed = Pick<VacancyFacts, 'employerId' | 'title' | 'occupation' | 'municipality' | 'hoursPerWeek' | 'dayparts' | 'startsOn' | 'posts' | 'refreshOn'>;
type RegisterInput = Repeatable & Needed & OrNull<Pick<VacancyFacts, 'pay' | 'drivingLicenceNeeded' | 'registeredOn'>>;
type UpdateInput = Repeatable & { vacancyId: string } & OrNull<Omit<Needed, 'employerId'> & Pick<VacancyFacts, 'pay' | 'drivingLicenceNeeded'>>;
type CloseInput = Repeatable & { vacancyId: string; reason: NonNullable<Vacancy['closed']>['reason']; closedOn?: string | null };
type VacancyFilter = OrNull<{ municipalities: string[]; occupation: string; maxHoursPerWeek: number; startsFrom: string; open: boolean; staleBefore: string; employerId: string }>;

export const vacancyQueries = {
  vacancy: (_: unknown, { id }: { id: string }, context: Context) => visibleVacancy(id, context),
  vacancies: (_: unknown, { filter, ...page }: { filter?: VacancyFilter | null } & PageArguments, { actor, vacancies }: Context) => {
    if (!maySeeNetwork(actor)) throw new Refusal('FORBIDDEN', 'Vacancies are not for your role.');
    const { municipalities, occupation, maxHoursPerWeek, startsFrom, open, staleBefore, employerId } = given(filter ?? {});
    const where = {
      ...(municipalities !== undefined && { municipality: { in: municipalities } }),
      ...networkOf(actor),
      ...(occupation !== undefined && { occupation: { prefix: occupation } }),
      ...(maxHoursPerWeek !== undefined && { hoursPerWeek: { to: maxHoursPerWeek } }),
      ...(startsFrom !== undefined && { startsOn: { from: startsFrom } }),
      ...(open === true && { 'closed.reason': null, freePosts: { from: 1 } }),
      ...(staleBefore !== undefined && { refreshOn: { before: staleBefore } }),
      ...(employerId !== undefined && { employerId }),
    };
    return connection(vacancies, { where, sort: { by: 'startsOn', direction: 'desc' } }, page);
  },
};

export const vacancyMutations = {
  registerVacancy: (_: unknown, { input }: { input: RegisterInput }, context: Context) =>
    answer(async () => {
      const { actor, load, newId, stamp, today, vacancies } = context;
      const employer = found(await load.employer.load(input.employerId), 'The employer');
      if (!keepsNetwork(actor, employer.municipality)) throw new Refusal('FORBIDDEN', 'The employer service keeps the vacancies of its municipalities.');
      assertOccupation(input.occupation);
      const { idempotencyKey: _key, registeredOn = today, drivingLicenceNeeded = false, ...facts } = given(input);
      const id = newId(input);
      return { vacancy: await vacancies.change(id, (known) => registerVacancy(known, { vacancy: { ...facts, id, registeredOn, drivingLicenceNeeded }, today }), stamp(input)) };
    }),
  updateVacancy: (_: unknown, { input }: { input: UpdateInput }, context: Context) => {
    const { vacancyId, idempotencyKey: _key, ...changes } = given(input);
    return changeKept({ vacancyId, input }, context, (vacancy) => {
      if (changes.occupation !== undefined) assertOccupation(changes.occupation);
      return updateVacancy(vacancy, { changes, updatedOn: context.today });
    });
  },
  closeVacancy: (_: unknown, { input }: { input: CloseInput }, context: Context) =>
    changeKept({ vacancyId: input.vacancyId, input }, context, (vacancy) => closeVacancy(vacancy, { reason: input.reason, closedOn: input.closedOn ?? context.today, today: context.today })),
};

export const vacancyFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleVacancy(id, context),
  employer: ({ employerId }: Vacancy, _: unknown, context: Context) => visibleEmployer(employerId, context),
  occupation: ({ occupation }: Vacancy) => ({ code: occupation }),
  requirementLevel: ({ occupation }: Vacancy) => Number(occupation.at(-1)),
  municipality: ({ municipality }: Vacancy) => ({ ags: municipality }),
  status: ({ closed, freePosts }: Vacancy) => (closed ? 'CLOSED' : freePosts === 0 ? 'FILLED' : 'OPEN'),
  closedOn: ({ closed }: Vacancy) => closed?.closedOn ?? null,
  closedBecause: ({ closed }: Vacancy) => closed?.reason ?? null,
  proposals: async (vacancy: Vacancy, _: unknown, context: Context) => {
    const visible: (Proposal & { vacancy: Vacancy })[] = [];
    for (const proposal of vacancy.proposals) if (await maySeePlacementsOf(proposal.personId, context)) visible.push({ ...proposal, vacancy });
    return visible;
  },
  candidates: (vacancy: Vacancy, { first }: { first: number }, context: Context) => candidatesOf(vacancy, first, context),
};

const MOST_CANDIDATES = 100;
const MOST_PROFILES = 2000;

/** People of the caller's municipalities who have worked in the field, best first. */
async function candidatesOf(vacancy: Vacancy, first: number, { actor, profiles }: Context): Promise<Match[]> {
  if (actor.role !== 'EMPLOYER_SERVICE' && actor.role !== 'TEAM_LEAD') throw refused('FORBIDDEN', 'Candidates are for the employer service and team leads.');
  if (first < 1 || first > MOST_CANDIDATES) throw new Refusal('INVALID_INPUT', `first: must be from 1 to ${MOST_CANDIDATES}.`);
  const field = { prefix: vacancy.occupation.slice(0, 2) };
  const { edges } = await profiles.find({ where: { occupations: field, municipality: { in: actor.municipalities } }, first: MOST_PROFILES });
  return edges.map(({ node }) => match(node, vacancy)).sort(byFit(({ profile }) => profile.id)).slice(0, first);
}

export async function visibleVacancy(id: string, { actor, load }: Context): Promise<Vacancy> {
  if (!maySeeNetwork(actor)) throw refused('FORBIDDEN', 'Vacancies are not for your role.');
  const vacancy = await load.vacancy.load(id);
  if (!vacancy || (actor.role === 'TOWN_HALL' && !actor.municipalities.includes(vacancy.municipality))) throw refused('NOT_FOUND', 'The vacancy was not found.');
  return vacancy;
}

/** A change of a vacancy by who keeps the network. */
function changeKept({ vacancyId, input }: { vacancyId: string; input: Repeatable }, { actor, vacancies, stamp }: Context, decide: (vacancy: Vacancy) => VacancyDecision): Promise<{ vacancy: Vacancy } | Refused> {
  return answer(async () => ({
    vacancy: await vacancies.change(vacancyId, (known) => {
      const vacancy = found(known, 'The vacancy');
      if (!keepsNetwork(actor, vacancy.municipality)) throw new Refusal('FORBIDDEN', 'The employer service keeps the vacancies of its municipalities.');
      return decide(vacancy);
    }, stamp(input)),
  }));
}
