import type { Actor } from '#shared/identity/identity.ts';
import { at } from './at.ts';
import type { SubgraphUnderTest } from './subgraph.ts';

/** Runs a mutation with one input, and returns the id of its result or the code of the refusal. */
export type CarryOut = (
  subgraph: SubgraphUnderTest,
  [actor, mutation]: [Actor, string],
  input: Record<string, unknown>,
) => Promise<string>;

/** Makes `carryOut` for a service; `resultOf` names the field of the payload that holds the result of a mutation. */
export function carryOutWith(resultOf: (mutation: string) => string): CarryOut {
  return async (subgraph, [actor, mutation], input) => {
    const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const payload = `{ ${resultOf(mutation)} { id } refusal { code } }`;
    const { data, errors } = await subgraph
      .as(actor)
      .run(`mutation ($input: ${inputType}!) { ${mutation}(input: $input) ${payload} }`, { input });
    const result = at(data, `${mutation}.refusal.code`) ?? at(data, `${mutation}.${resultOf(mutation)}.id`);
    if (typeof result !== 'string') throw new Error(JSON.stringify(errors));
    return result;
  };
}
