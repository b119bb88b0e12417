import { expect, test } from '@jest/globals';
import { Kind } from 'graphql';
import { subgraphSchema } from '#shared/graph/subgraph-schema.ts';
import { measureRefusalCodes } from './refusal.ts';

const codesOf = (kind: Kind.ENUM_TYPE_DEFINITION | Kind.ENUM_TYPE_EXTENSION): string[] =>
  subgraphSchema(new URL('./schema/', import.meta.url)).definitions.flatMap((definition) =>
    definition.kind === kind && definition.name.value === 'RefusalCode'
      ? (definition.values ?? []).map(({ name }) => name.value)
      : [],
  );

test('the graph knows every code with which this service refuses', () => {
  const graphCodes = [...codesOf(Kind.ENUM_TYPE_DEFINITION), ...codesOf(Kind.ENUM_TYPE_EXTENSION)];
  expect(measureRefusalCodes.filter((code) => !graphCodes.includes(code))).toEqual([]);
});

test('every code that the schema of this service adds is one with which it refuses', () => {
  const used: readonly string[] = measureRefusalCodes;
  expect(codesOf(Kind.ENUM_TYPE_EXTENSION).filter((code) => !used.includes(code))).toEqual([]);
});
