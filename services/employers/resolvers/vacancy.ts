import { answerOrRefuse, requireFound, requireVisible, type RefusalPayload } from '#shared/graph/answer.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { isMunicipality } from '#shared/codes/municipalities.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { bringsToWork, keepsNetwork, maySeeEmployer, maySeeVacancy, seesCandidates, vacanciesFor } from '../access.ts';
import { closeVacancy } from '../commands/vacancy/close-vacancy.ts';
import { registerVacancy } from '../commands/vacancy/register-vacancy.ts';
import { updateVacancy, type VacancyChanges } from '../commands/vacancy/update-vacancy.ts';
import { maySeePlacementsOf, visibleVacancy, type Context } from '../context.ts';
import { match, type Match } from '../matching/match.ts';
import { bestMatches } from '../matching/best-matches.ts';
import { assertOccupation } from '../reference/occupations.ts';
import { vacanciesWhere, vacancySorts, type VacancyFilter, type VacancySort } from '../vacancy/vacancy-list.ts';
import { vacancyStatus, type Vacancy, type VacancyClosing, type VacancyDecision, type VacancyFacts } from '../vacancy/vacancy.ts';
import type { ProposalInVacancy } from './proposal.ts';

type Left = 'municipality' | 'place' | 'pay' | 'drivingLicenceNeeded' | 'registeredOn';
type RegisterInput = Omit<VacancyFacts, 'id' | Left> & Partial<Pick<VacancyFacts, Left>>;
type UpdateInput = { vacancyId: string } & Partial<VacancyChanges>;
type CloseInput = { vacancyId: string; reason: VacancyClosing; closedOn?: string };
type Search = PageArguments & {
  filter?: Partial<VacancyFilter & { municipalities: string[] }>;
  sort: VacancySort;
};

const NOT_KEPT = 'The employer service keeps the vacancies of its municipalities.';
const MOST_CANDIDATES = 100;

export const vacancyQueries = {
  vacancy: (_: unknown, { id }: { id: string }, context: Context) => visibleVacancy(id, context),
  vacancies: (
    _: unknown,
    { filter, sort, ...page }: Search,
    { actor, vacancies }: Context,
  ): Promise<Connection<Vacancy>> => {
    const { municipalities, ...asked } = filter ?? {};
    const mine = vacanciesFor(actor, municipalities);
    if (!mine) throw new Refusal('FORBIDDEN', 'Vacancies are not for your role.');
    return connection(vacancies, { where: { ...vacanciesWhere(asked), ...mine }, sort: vacancySorts[sort] }, page);
  },
};

export const vacancyMutations = {
  registerVacancy: (
    _: unknown,
    { input }: { input: RegisterInput },
    { actor, employers, newId, stamp, today, vacancies }: Context,
  ) =>
    answerOrRefuse(async () => {
      const employer = requireVisible(
        await employers.get(input.employerId),
        (each) => maySeeEmployer(actor, each),
        'The employer',
      );
      if (!keepsNetwork(actor, employer.municipality)) throw new Refusal('FORBIDDEN', NOT_KEPT);
      assertOccupation(input.occupation);
      const { registeredOn = today, drivingLicenceNeeded = false, ...facts } = input;
      const id = newId();
      return {
        vacancy: await vacancies.change(
          id,
          (known) => registerVacancy(known, { vacancy: { ...facts, id, registeredOn, drivingLicenceNeeded }, today }),
          stamp,
        ),
      };
    }),
  updateVacancy: (_: unknown, { input }: { input: UpdateInput }, context: Context) => {
    const { vacancyId: _id, ...changes } = input;
    return changeKept(input, context, (vacancy) => {
      if (changes.occupation !== undefined) assertOccupation(changes.occupation);
      return updateVacancy(vacancy, { changes, updatedOn: context.today });
    });
  },
  closeVacancy: (_: unknown, { input }: { input: CloseInput }, context: Context) =>
    changeKept(input, context, (vacancy) =>
      closeVacancy(vacancy, { reason: input.reason, closedOn: input.closedOn ?? context.today, today: context.today }),
    ),
};

export const vacancyFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleVacancy(id, context),
  // Whoever sees the vacancy may know whose it is, also where the firm has its seat elsewhere.
  employer: ({ employerId }: Vacancy, _: unknown, { loaders: load }: Context) => load.employer.load(employerId),
  occupation: ({ occupation }: Vacancy) => ({ code: occupation }),
  requirementLevel: ({ occupation }: Vacancy) => Number(occupation.at(-1)),
  // What was registered before the key was checked may carry one that the graph does not know.
  municipality: ({ municipality: ags }: Vacancy) => (ags !== undefined && isMunicipality(ags) ? { ags } : null),
  status: vacancyStatus,
  // How many are taken is how many of ours were hired there: in a village, that tells of people.
  freePosts: ({ freePosts }: Vacancy, _: unknown, { actor }: Context) => (bringsToWork(actor) ? freePosts : null),
  closedOn: ({ closed }: Vacancy) => closed?.closedOn ?? null,
  closedBecause: ({ closed }: Vacancy) => closed?.reason ?? null,
  proposals: async (vacancy: Vacancy, _: unknown, context: Context): Promise<ProposalInVacancy[]> => {
    if (!bringsToWork(context.actor)) throw fieldRefusal('FORBIDDEN', 'Proposals are for those who look after people.');
    const visible = await Promise.all(vacancy.proposals.map(({ personId }) => maySeePlacementsOf(personId, context)));
    return vacancy.proposals.filter((_proposal, at) => visible[at]).map((proposal) => ({ ...proposal, vacancy }));
  },
  candidates: (vacancy: Vacancy, { first }: { first: number }, context: Context) =>
    candidatesOf(vacancy, first, context),
};

/** People of the caller's municipalities who have worked in the field, best first. */
async function candidatesOf(vacancy: Vacancy, first: number, { actor, profiles }: Context): Promise<Match[]> {
  if (!seesCandidates(actor))
    throw fieldRefusal('FORBIDDEN', 'Candidates are for the employer service and team leads.');
  if (first < 1 || first > MOST_CANDIDATES)
    throw new Refusal('INVALID_INPUT', `first: must be from 1 to ${MOST_CANDIDATES}.`);
  const where = { occupations: { prefix: vacancy.occupation.slice(0, 2) }, municipality: { in: actor.municipalities } };
  return bestMatches(
    profiles,
    { where, matchOf: (profile) => match(profile, vacancy), idOf: ({ profile }) => profile.id },
    first,
  );
}

/** A change of a vacancy by who keeps the network, where the work is or where the employer has its seat. */
function changeKept(
  input: { vacancyId: string },
  { actor, employers, vacancies, stamp }: Context,
  decide: (vacancy: Vacancy) => VacancyDecision,
): Promise<{ vacancy: Vacancy } | RefusalPayload> {
  return answerOrRefuse(async () => {
    const { id, employerId, municipality } = requireVisible(
      await vacancies.get(input.vacancyId),
      (each) => maySeeVacancy(actor, each),
      'The vacancy',
    );
    const employer = requireFound(await employers.get(employerId), 'The employer');
    if (!keepsNetwork(actor, municipality, employer.municipality)) throw new Refusal('FORBIDDEN', NOT_KEPT);
    return { vacancy: await vacancies.change(id, (known) => decide(requireFound(known, 'The vacancy')), stamp) };
  });
}
