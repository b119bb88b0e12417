import { requireFound } from '#shared/graph/answer.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { eachDocument } from '#shared/documents/find-all.ts';
import type { Sort, Where } from '#shared/documents/query.ts';
import { endProposals } from './commands/vacancy/end-proposals.ts';
import { vacancyClosings, type Vacancy } from './vacancy.ts';

/**
 * Goes on, once per call, where a closing left proposals open: there were more than one step takes, or the process died
 * in between. The first call looks at every closed vacancy: some were closed before a closing ended their proposals.
 */
export function endingLeftOpen(vacancies: Collection<Vacancy>): () => Promise<void> {
  let where: Where = { 'closed.reason': { in: vacancyClosings } };
  let sort: Sort | undefined;
  return async () => {
    for await (const left of eachDocument(vacancies, where, sort)) await endAll(vacancies, left);
    where = { proposalsToEnd: { from: 1 } };
    sort = { by: 'proposalsToEnd', direction: 'asc' };
  };
}

/** Decided on what is there by then: an answer that was faster stays. */
async function endAll(vacancies: Collection<Vacancy>, seen: Vacancy): Promise<void> {
  let vacancy = seen;
  while (endProposals(vacancy).events.length > 0) {
    vacancy = await vacancies.change(seen.id, (known) => endProposals(requireFound(known, 'The vacancy')), {
      requestId: 'end-proposals',
      at: new Date().toISOString(),
    });
  }
}
