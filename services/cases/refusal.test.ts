import { expect, test } from '@jest/globals';
import { buildASTSchema, isEnumType } from 'graphql';
import { subgraphSchema } from '#shared/graph/subgraph-schema.ts';
import { caseRefusalCodes } from './refusal.ts';

test('the service refuses with the codes of its graph and with no others', () => {
  const schema = buildASTSchema(subgraphSchema(new URL('./schema/', import.meta.url)), { assumeValidSDL: true });
  const refusalCode = schema.getType('RefusalCode');
  if (!isEnumType(refusalCode)) throw new Error('no enum RefusalCode');
  expect(refusalCode.getValues().map(({ name }) => name)).toEqual(expect.arrayContaining([...caseRefusalCodes]));
  expect(refusalCode.getValues().length).toBe(caseRefusalCodes.length);
});
