import { describe, expect, test } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLObjectType } from 'graphql';
import { subgraphSchema } from '#shared/graph/subgraph-schema.ts';
import { figureDescription } from './figure-description.ts';
import { figureNameOf, figures } from './figures.ts';

const schema = buildSubgraphSchema(subgraphSchema(new URL('../schema/', import.meta.url)));
const names = ['recipients', ...figures.keys()];

describe('the figures of a report', () => {
  test('are the fields of the report in the schema, and no others', () => {
    const report = schema.getType('ProjectReport');
    const fields = report instanceof GraphQLObjectType ? Object.values(report.getFields()) : [];
    expect(fields.filter(({ type }) => String(type) === 'ReportFigure').map(({ name }) => name)).toEqual(names);
  });

  test.each(names)('say of %s in a sentence of the schema what it counts', (name) => {
    expect(figureDescription(schema, name)).toMatch(/^[A-Z][^\n]+\.$/);
  });

  test('say what is counted, not what a user of the graph is told besides', () => {
    expect(figureDescription(schema, 'proposals')).toBe('Vacancies proposed to people; not those proposed by mistake.');
  });

  test('are each found by the code that goals name', () => {
    expect([...figures].map(([, { code }]) => figureNameOf(code))).toEqual([...figures.keys()]);
    expect(figureNameOf('OTHER')).toBeUndefined();
  });
});
