import type { Schema } from 'mongoose';
import { services } from '#infra/house/ports.ts';
import type { ServiceName } from '#shared/settings/settings.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Page } from '#shared/documents/query.ts';
import { roles } from '#shared/identity/identity.ts';
import { casesService } from '../../../services/cases/service.ts';
import { employersService } from '../../../services/employers/service.ts';
import { insightsService } from '../../../services/insights/service.ts';
import { measuresService } from '../../../services/measures/service.ts';
import { peopleService } from '../../../services/people/service.ts';
import { listQuestions, SOME_MUNICIPALITIES } from './list-questions.ts';
import type { Shape } from '../mongodb/shapes.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '../subgraph.ts';

/** Puts something in the place of a service's store, or around it. */
export type Around = (documents: Documents) => Documents;

export const opened: Record<ServiceName, (around: Around) => Promise<SubgraphUnderTest>> = {
  people: (around) => subgraphUnderTest('people', (documents, log) => peopleService(around(documents), log)),
  cases: (around) => subgraphUnderTest('cases', (documents) => casesService(around(documents))),
  measures: (around) => subgraphUnderTest('measures', (documents) => measuresService(around(documents))),
  employers: (around) => subgraphUnderTest('employers', (documents) => employersService(around(documents))),
  insights: (around) => subgraphUnderTest('insights', (documents) => insightsService(around(documents))),
};

/** Asks a service for each of its lists, in every order and with every filter, as everybody who may ask. */
export async function askForLists(service: ServiceName, subgraph: SubgraphUnderTest): Promise<number> {
  let answered = 0;
  for (const { query, variables } of listQuestions().filter((question) => question.service === service)) {
    for (const role of roles) {
      for (const municipalities of [SOME_MUNICIPALITIES, SOME_MUNICIPALITIES.slice(1)]) {
        const { data } = await subgraph.as({ role, municipalities, providerId: 'p' }).run(query, variables);
        if (data && Object.values(data).every((list) => list !== null)) answered += 1;
      }
    }
  }
  return answered;
}

/** What every service declares, by `service.collection`. */
export async function declaredSchemas(): Promise<Map<string, Schema<never>>> {
  const schemas = new Map<string, Schema<never>>();
  for (const service of services) {
    const note = (name: string, schema: unknown): void =>
      void schemas.set(`${service}.${name}`, schema as Schema<never>);
    await using _service = await opened[service]((documents) => ({
      ...documents,
      collection: (name, schema, contract) => {
        note(name, schema);
        return documents.collection(name, schema, contract);
      },
    }));
  }
  return schemas;
}

/** Notes what is asked of each collection, on its way to the store. */
export function noting(service: ServiceName, note: (shape: Shape) => void): Around {
  return (documents) => ({
    ...documents,
    collection: (name, schema, contract) => {
      const collection = documents.collection(name, schema, contract);
      return {
        ...collection,
        find: (page) => {
          note({ collection: `${service}.${name}`, where: page.where ?? {}, sort: orderOf(page), limited: true });
          return collection.find(page);
        },
        count: (where) => {
          note({ collection: `${service}.${name}`, where, sort: [], limited: false });
          return collection.count(where);
        },
      };
    },
  });
}

const orderOf = ({ sort }: Page): string[] => (sort && sort.by !== 'id' ? [sort.by, 'id'] : ['id']);
