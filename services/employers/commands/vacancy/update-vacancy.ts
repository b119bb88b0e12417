import { isDeepStrictEqual } from 'node:util';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { assertNoPersonalData } from '#shared/protection/no-personal-data.ts';
import { plainText } from '#shared/codes/plain-text.ts';
import { isHired } from '../../vacancy/proposal.ts';
import { withProposals, type Vacancy, type VacancyDecision, type VacancyFacts } from '../../vacancy/vacancy.ts';
import { assertVacancyFacts } from '../../vacancy/assert-vacancy-facts.ts';
import { EmployerRefusal } from '../../refusal.ts';

export type VacancyChanges = Partial<Omit<VacancyFacts, 'id' | 'employerId' | 'registeredOn'>> & {
  outsideDistrict?: boolean;
};

/**
 * Replaces the facts that the changes name; `outsideDistrict` removes the municipality, `refreshOn` says when the
 * employer is asked again. Refused with VACANCY_FILLED for fewer posts than people were hired.
 */
export function updateVacancy(
  vacancy: Vacancy,
  { changes, updatedOn }: { changes: VacancyChanges; updatedOn: string },
): VacancyDecision {
  const state = changedVacancy(vacancy, changes);
  if (isDeepStrictEqual(vacancy, state)) return { state: vacancy, events: [] };
  if (vacancy.closed) throw new EmployerRefusal('VACANCY_CLOSED', 'The vacancy is closed.');
  if (state.posts < vacancy.proposals.filter(isHired).length)
    throw new EmployerRefusal('VACANCY_FILLED', 'More people are hired than posts would be left.');
  if (state.title !== vacancy.title) assertNoPersonalData('title', state.title);
  if (state.municipality !== undefined && state.municipality !== vacancy.municipality)
    assertMunicipality(state.municipality);
  assertVacancyFacts(state);
  return {
    state,
    events: [
      {
        type: 'vacancy.updated',
        data: { vacancyId: vacancy.id, employerId: vacancy.employerId, updatedOn, changed: ['FACTS'] },
      },
    ],
  };
}

function changedVacancy(vacancy: Vacancy, { outsideDistrict = false, ...changes }: VacancyChanges): Vacancy {
  if (outsideDistrict && changes.municipality !== undefined)
    throw new EmployerRefusal(
      'INVALID_INPUT',
      'must be left out where the work is outside the district.',
      'municipality',
    );
  const { municipality: _before, ...withoutMunicipality } = vacancy;
  const title = plainText(changes.title ?? vacancy.title);
  const facts = outsideDistrict ? withoutMunicipality : vacancy;
  return withProposals({ ...facts, ...changes, title }, vacancy.proposals);
}
