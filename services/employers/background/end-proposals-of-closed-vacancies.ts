import { requireFound } from '#shared/graph/answer.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { eachDocument } from '#shared/documents/find-all.ts';
import type { Sort, Where } from '#shared/documents/query.ts';
import { endProposals } from '../commands/vacancy/end-proposals.ts';
import { vacancyClosings, type Vacancy } from '../vacancy/vacancy.ts';

/**
 * Returns a round that ends the open proposals of closed vacancies: a closing ends no more than one step takes, or the
 * process died in between. The first round looks at every closed vacancy: some were closed before a closing ended their
 * proposals.
 */
export function endProposalsOfClosedVacancies(vacancies: Collection<Vacancy>): () => Promise<void> {
  let where: Where = { 'closed.reason': { in: vacancyClosings } };
  let sort: Sort | undefined;
  return async () => {
    for await (const vacancy of eachDocument(vacancies, where, sort)) await endAll(vacancies, vacancy);
    where = { proposalsToEnd: { from: 1 } };
    sort = { by: 'proposalsToEnd', direction: 'asc' };
  };
}

/** Ends every open proposal of a vacancy, as it is by then: an answer that was faster stays. */
async function endAll(vacancies: Collection<Vacancy>, closed: Vacancy): Promise<void> {
  let vacancy = closed;
  while (endProposals(vacancy).events.length > 0) {
    vacancy = await vacancies.change(closed.id, (existing) => endProposals(requireFound(existing, 'The vacancy')), {
      requestId: 'end-proposals',
      at: new Date().toISOString(),
    });
  }
}
