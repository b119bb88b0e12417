import { contracts } from '#shared/contracts/contracts.ts';
import type { ServiceName } from '#shared/settings/settings.ts';
import type { Consumer } from '#shared/delivery/consume.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { createLog, type Log } from '#shared/log.ts';
import { casesService } from '../../services/cases/service.ts';
import { employersService } from '../../services/employers/service.ts';
import { insightsService } from '../../services/insights/service.ts';
import { measuresService } from '../../services/measures/service.ts';
import { peopleService } from '../../services/people/service.ts';

/**
 * What a service says of itself: which of its collections hold aggregates, what else it keeps, what it does on events.
 */
export type ServiceDeclaration = {
  aggregates: string[];
  others: string[];
  topics: string[];
  consumer: Consumer;
  /** The store that the consumer writes to. */
  documents: Documents;
};

const built: Record<ServiceName, (documents: Documents, log: Log) => { consumer: Consumer }> = {
  people: peopleService,
  cases: casesService,
  measures: measuresService,
  employers: employersService,
  insights: insightsService,
};

/**
 * The service as its code has it, not as its store: one that lost everything can say nothing of what it should hold. By
 * default on an empty store in memory.
 */
export function declareService(service: ServiceName, documents = sqliteDocuments(':memory:')): ServiceDeclaration {
  const [aggregates, others]: [string[], string[]] = [[], []];
  const noting: Documents = {
    ...documents,
    collection: (name, schema, contract) => {
      (contract ? aggregates : others).push(name);
      return documents.collection(name, schema, contract);
    },
  };
  const { consumer } = built[service](noting, createLog(service, 'silent'));
  const topics = contracts
    .map(({ topic }) => topic)
    .filter((topic) => consumer.contracts.some((contract) => contract.topic === topic));
  return { aggregates, others, topics, consumer, documents };
}
