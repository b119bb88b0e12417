import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse, Source } from 'graphql';
import { composeSupergraph, houseSchemas, type SubgraphSchema } from './compose-supergraph.ts';
import { supergraphFile } from '../supergraph-file.ts';

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

describe('the supergraph', () => {
  test('is what the services say now; `npm run compose` refreshes it', () => {
    const stale = readFileSync(supergraphFile, 'utf8') !== composeSupergraph(houseSchemas());
    expect(stale ? 'gateway/supergraph.graphql is stale: run `npm run compose` and commit it' : 'fresh').toBe('fresh');
  });

  test('does not name an address of this machine', () => {
    expect(readFileSync(supergraphFile, 'utf8')).not.toMatch(/localhost|127\.0\.0\.1/);
  });

  test('is not composed of parts that contradict each other', () => {
    const people = part(
      'people',
      'type Query { person: Person } type Person @key(fields: "id") { id: ID! name: String }',
    );
    const cases = part('cases', 'type Query { case: ID } type Person @key(fields: "id") { id: ID! name: Int }');
    expect(() => composeSupergraph([people, cases])).toThrow(/FIELD_TYPE_MISMATCH: .*Person\.name/s);
  });

  test('is not composed of a part that contradicts itself; the file and line are told', () => {
    const people = part('people', 'type Query { person: ID }\ntype Person @key(fields: "number") { id: ID! }');
    expect(() => composeSupergraph([people])).toThrow(/KEY_INVALID_FIELDS: .*number.* \(people\.graphql:3\)/s);
  });
});

function part(name: string, types: string): SubgraphSchema {
  return { name, typeDefs: parse(new Source(`${federation}\n${types}`, `${name}.graphql`)) };
}
