import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Kind, type DocumentNode } from 'graphql';
import { subgraphSchema } from './subgraph-schema.ts';

describe('the files of a service’s part of the graph', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'schema-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const written = (files: Record<string, string>): URL => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return pathToFileURL(`${folder}/`);
  };

  test('are one schema, in the order of their names and after what all services share', () => {
    const schema = subgraphSchema(
      written({
        'measure.graphql': 'type Measure { id: ID! }',
        'README.md': 'No schema.',
        'enrolment.graphql': 'type Enrolment { id: ID! }',
      }),
    );
    expect(typesOf(schema)).toEqual(['PageInfo', 'Refusal', 'Enrolment', 'Measure']);
  });

  test('are named with the line where one of them cannot be read', () => {
    const schema = written({
      'enrolment.graphql': 'type Enrolment { id: ID! }',
      'measure.graphql': 'type Measure {\n  id: }',
    });
    expect(() => subgraphSchema(schema)).toThrow(/measure\.graphql:2: Syntax Error: Expected Name, found "}"/);
  });
});

function typesOf(schema: DocumentNode): string[] {
  return schema.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition.name.value] : [],
  );
}
