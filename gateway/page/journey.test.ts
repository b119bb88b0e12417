import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ApolloGateway } from '@apollo/gateway';
import { parse, validate } from 'graphql';
import { demoUsers } from '../issuer/demo-users.ts';
import { journey } from './journey.ts';
import { admission } from '../operation/admission.ts';
import { supergraphFile } from '../supergraph-file.ts';

process.env.APOLLO_TELEMETRY_DISABLED = '1';
const { schema } = await new ApolloGateway({ supergraphSdl: readFileSync(supergraphFile, 'utf8') }).load();
const operations = journey().flatMap(({ operations: ofStep }) => ofStep);

describe('the operations of the journey', () => {
  test.each(operations)('$step · $title can be sent as it is, by $user', ({ query, user, note }) => {
    expect(validate(schema, parse(query))).toEqual([]);
    expect(admission()({ query }, 'anna.berg').name).toMatch(/^[A-Z]\w+$/);
    expect(demoUsers.map(({ id }) => id)).toContain(user);
    expect(note).not.toBe('');
  });

  test('go through all eight steps', () => {
    expect(journey().filter(({ operations: ofStep }) => ofStep.length === 0)).toEqual([]);
  });
});
