import type { GraphQLErrorExtensions } from 'graphql';

/** Why fields are empty, as the client is told. */
export type Reason = { message: string; extensions: GraphQLErrorExtensions };

/** Fields that some service should have answered, and did not. */
export type Loss = {
  /** Where in the answer, with `@` for every place in a list. */
  path: readonly string[];
  fields: ReadonlySet<string>;
  reason: Reason;
};

/** Says why a field is empty, if a loss is the reason. */
export type LossAt = (path: string, field: string) => Reason | undefined;

export function lossesByPlace(losses: readonly Loss[]): LossAt {
  const byPath = new Map<string, Map<string, Reason>>();
  for (const { path, fields, reason } of losses) {
    const there = byPath.get(path.join('.')) ?? new Map<string, Reason>();
    for (const field of fields) if (!there.has(field)) there.set(field, reason);
    byPath.set(path.join('.'), there);
  }
  return (path, field) => byPath.get(path)?.get(field);
}
