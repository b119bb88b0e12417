import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphOperation } from './ask-subgraph.ts';
import type { SubgraphAnswer } from './subgraph-answer.ts';

export type DistinctEntities = {
  asked: SubgraphOperation;
  /** Gives every place its entity and its errors again. */
  spreadOut: (answer: SubgraphAnswer) => SubgraphAnswer;
};

/** Asks for every entity once, however often it stands in an answer: a service works each of them out anew. */
export function distinctEntities(asked: SubgraphOperation): DistinctEntities {
  const { representations } = asked.variables;
  if (!Array.isArray(representations)) return { asked, spreadOut: (answer) => answer };

  const distinct = new Map<string, { representation: unknown; places: number[] }>();
  for (const [place, representation] of representations.entries()) {
    const text = JSON.stringify(representation);
    const known = distinct.get(text);
    if (known) known.places.push(place);
    else distinct.set(text, { representation, places: [place] });
  }
  if (distinct.size === representations.length) return { asked, spreadOut: (answer) => answer };

  const once = [...distinct.values()];
  const variables = { ...asked.variables, representations: once.map(({ representation }) => representation) };
  const places = once.map(({ places: ofEntity }) => ofEntity);
  return { asked: { ...asked, variables }, spreadOut: (answer) => spreadOver(places, answer) };
}

/** What is told of an entity stands in all its places as one object, which is only ever added the same to. */
function spreadOver(places: readonly number[][], { data, errors }: SubgraphAnswer): SubgraphAnswer {
  return {
    ...(data && { data: { ...data, _entities: entitiesIn(places, data._entities) } }),
    ...(errors && { errors: errors.flatMap((error) => errorsIn(places, error)) }),
  };
}

function entitiesIn(places: readonly number[][], answered: unknown): unknown {
  if (!Array.isArray(answered)) return answered;
  const entities: unknown[] = [];
  for (const [index, ofEntity] of places.entries()) for (const place of ofEntity) entities[place] = answered[index];
  return entities;
}

function errorsIn(places: readonly number[][], error: GraphQLFormattedError): GraphQLFormattedError[] {
  const [field, index, ...rest] = error.path ?? [];
  const ofEntity = typeof index === 'number' ? places[index] : undefined;
  if (field === undefined || !ofEntity) return [error];
  return ofEntity.map((place) => ({ ...error, path: [field, place, ...rest] }));
}
