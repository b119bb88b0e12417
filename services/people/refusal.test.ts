import { expect, test } from '@jest/globals';
import { Kind } from 'graphql';
import { subgraphSchema } from '#shared/graph/subgraph-schema.ts';
import { peopleRefusalCodes } from './refusal.ts';

test('the people service refuses with the codes that its schema lists, and no others', () => {
  const { definitions } = subgraphSchema(new URL('./schema/', import.meta.url));
  const listed = definitions.flatMap((definition) =>
    (definition.kind === Kind.ENUM_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_EXTENSION) &&
    definition.name.value === 'RefusalCode'
      ? (definition.values ?? []).map(({ name }) => name.value)
      : [],
  );
  expect([...peopleRefusalCodes].sort()).toEqual(listed.sort());
});
