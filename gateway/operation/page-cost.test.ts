import { describe, expect, test } from '@jest/globals';
import { buildSchema, Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { pageCost } from './page-cost.ts';

const schema = buildSchema(`
  type Query { persons(first: Int! = 20): Persons  person: Person }
  type Persons { edges: [PersonEdge!]! }
  type PersonEdge { node: Person }
  type Person { name: String  cases(first: Int! = 20): Cases }
  type Cases { edges: [CaseEdge!]! }
  type CaseEdge { node: Case }
  type Case { id: ID  persons(first: Int! = 20): Persons }
`);

function cost(query: string, variables: Record<string, unknown> = {}): number {
  const { definitions } = parse(query);
  const fragments = new Map(
    definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const operation = definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return operation ? pageCost(schema, { operation, fragments, variables }) : NaN;
}

describe('what pages may hold', () => {
  test.each([
    ['{ person { name } }', {}, 0],
    ['{ persons { edges { node { name } } } }', {}, 20],
    ['{ persons(first: 5) { edges { node { cases(first: 10) { edges { node { id } } } } } } }', {}, 55],
    ['query ($first: Int!) { persons(first: $first) { edges { node { name } } } }', { first: 7 }, 7],
    [
      '{ persons(first: 5) { ...p } } fragment p on Persons { edges { node { cases(first: 2) { edges { node { ' +
        'id } } } } } }',
      {},
      15,
    ],
    ['{ a: persons(first: 5) { edges { node { name } } } b: persons(first: 6) { edges { node { name } } } }', {}, 11],
  ])('are counted for %s with %j: %d', (query, variables, expected) => {
    expect(cost(query, variables)).toBe(expected);
  });

  test('is not hidden by a page size that the service will refuse', () => {
    expect(cost('{ persons(first: -1) { edges { node { cases(first: 100) { edges { node { id } } } } } } }')).toBe(101);
  });
});
