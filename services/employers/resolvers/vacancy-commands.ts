import { answerOrRefuse, requireFound, requireVisible, type RefusalPayload } from '#shared/graph/answer.ts';
import { keepsNetwork, maySeeEmployer, maySeeVacancy } from '../access.ts';
import { closeVacancy } from '../commands/vacancy/close-vacancy.ts';
import { registerVacancy } from '../commands/vacancy/register-vacancy.ts';
import { updateVacancy } from '../commands/vacancy/update-vacancy.ts';
import type { Context } from '../context.ts';
import { assertOccupation } from '../reference/occupations.ts';
import { EmployerRefusal } from '../refusal.ts';
import type { Vacancy, VacancyClosing, VacancyDecision, VacancyPlace } from '../vacancy/vacancy.ts';

type OptionalFacts = {
  municipality?: string;
  place?: VacancyPlace;
  pay?: NonNullable<Vacancy['pay']>;
  drivingLicenceNeeded?: boolean;
};
type RegisterVacancyInput = OptionalFacts & {
  employerId: string;
  title: string;
  occupation: string;
  hoursPerWeek: number;
  dayparts: Vacancy['dayparts'];
  startsOn: string;
  posts: number;
  refreshOn: string;
  registeredOn?: string;
};
type UpdateVacancyInput = OptionalFacts & {
  vacancyId: string;
  title?: string;
  occupation?: string;
  outsideDistrict?: boolean;
  hoursPerWeek?: number;
  dayparts?: Vacancy['dayparts'];
  startsOn?: string;
  posts?: number;
  refreshOn?: string;
};
type CloseVacancyInput = { vacancyId: string; reason: VacancyClosing; closedOn?: string };

const NOT_KEPT = 'The employer service keeps the vacancies of its municipalities.';

export const vacancyMutations = {
  registerVacancy: (_: unknown, { input }: { input: RegisterVacancyInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { actor, employers, newId, stamp, today, vacancies } = context;
      const { municipality } = requireVisible(
        await employers.get(input.employerId),
        (employer) => maySeeEmployer(actor, employer),
        'The employer',
      );
      if (!keepsNetwork(actor, municipality)) throw new EmployerRefusal('FORBIDDEN', NOT_KEPT);
      assertOccupation(input.occupation);
      const vacancy = { registeredOn: today, drivingLicenceNeeded: false, ...input, id: newId() };
      return {
        vacancy: await vacancies.change(vacancy.id, (existing) => registerVacancy(existing, { vacancy, today }), stamp),
      };
    }),
  updateVacancy: (_: unknown, { input }: { input: UpdateVacancyInput }, context: Context) => {
    const { vacancyId, ...changes } = input;
    return changeVacancy(vacancyId, context, (vacancy) => {
      if (changes.occupation !== undefined) assertOccupation(changes.occupation);
      return updateVacancy(vacancy, { changes, updatedOn: context.today });
    });
  },
  closeVacancy: (_: unknown, { input }: { input: CloseVacancyInput }, context: Context) => {
    const { today } = context;
    const { vacancyId, reason, closedOn = today } = input;
    return changeVacancy(vacancyId, context, (vacancy) => closeVacancy(vacancy, { reason, closedOn, today }));
  },
};

/** Changes a vacancy for those who keep the network where the work is, or where the employer has its seat. */
function changeVacancy(
  vacancyId: string,
  { actor, employers, vacancies, stamp }: Context,
  decide: (vacancy: Vacancy) => VacancyDecision,
): Promise<{ vacancy: Vacancy } | RefusalPayload> {
  return answerOrRefuse(async () => {
    const { employerId, municipality } = requireVisible(
      await vacancies.get(vacancyId),
      (vacancy) => maySeeVacancy(actor, vacancy),
      'The vacancy',
    );
    const employer = requireFound(await employers.get(employerId), 'The employer');
    if (!keepsNetwork(actor, municipality, employer.municipality)) throw new EmployerRefusal('FORBIDDEN', NOT_KEPT);
    return {
      vacancy: await vacancies.change(vacancyId, (existing) => decide(requireFound(existing, 'The vacancy')), stamp),
    };
  });
}
