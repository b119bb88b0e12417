import { expect, test } from '@jest/globals';
import { Kind } from 'graphql';
import { subgraphSchema } from '#shared/graph/subgraph-schema.ts';
import { employerRefusalCodes } from './refusal.ts';

/** With these only shared rules refuse: keys, cursors, texts, municipalities and what is unique in the store. */
const refusedByShared = [
  'ALREADY_EXISTS',
  'CONTROL_CHARACTER',
  'IDEMPOTENCY_KEY_REUSED',
  'TEXT_HAS_PERSONAL_DATA',
  'UNKNOWN_MUNICIPALITY',
];

test('the service refuses with every code of its schema that shared rules do not use, and with no other', () => {
  const codes = subgraphSchema(new URL('./schema/', import.meta.url)).definitions.flatMap((definition) =>
    (definition.kind === Kind.ENUM_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_EXTENSION) &&
    definition.name.value === 'RefusalCode'
      ? (definition.values ?? [])
          .filter(({ directives = [] }) => !directives.some(({ name }) => name.value === 'deprecated'))
          .map(({ name }) => name.value)
      : [],
  );
  expect([...employerRefusalCodes, ...refusedByShared].toSorted()).toEqual(codes.toSorted());
});
