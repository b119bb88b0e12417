import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { asyncApiDocument } from './asyncapi-document.ts';
import { contracts } from './contracts.ts';
import { readCorpus } from './corpus.ts';
import { descriptionOf } from './descriptions.ts';

const corpus = readCorpus();
const document = asyncApiDocument(contracts, corpus);
const names = contracts.flatMap(({ events }) => Object.keys(events));
const partsSchema = z.object({
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  channels: z.record(z.string(), z.object({ messages: z.record(z.string(), z.unknown()) })),
});

describe('the AsyncAPI document', () => {
  test('is valid by the schema of AsyncAPI 3.0', () => {
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(asyncApiSchema());
    validate(document);
    expect(validate.errors).toBeNull();
  });

  test('is the committed one; "npm run contracts" writes it again', () => {
    expect(JSON.parse(readFileSync(new URL('./asyncapi.json', import.meta.url), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(document)),
    );
  });

  test('has a channel for each topic and for what nobody could handle of it, and every event in its own', () => {
    const { channels } = partsSchema.parse(document);
    expect(Object.keys(channels).sort()).toEqual(
      contracts.flatMap(({ topic }) => [topic, `${topic}.dead-letter`]).sort(),
    );
    for (const { topic, events } of contracts)
      expect(Object.keys(channels[topic]?.messages ?? {})).toEqual(Object.keys(events));
  });

  test('describes every event in a sentence', () => {
    expect(names.filter((name) => !/^[A-Z].+\.$/.test(descriptionOf(name) ?? ''))).toEqual([]);
  });

  test('accepts every event that was ever said', () => {
    const { schemas } = partsSchema.parse(document).components;
    const ajv = addFormats.default(new Ajv());
    expect(
      corpus.filter(({ name, message }) => !ajv.validate(schemas[name] ?? false, message.data)).map(({ file }) => file),
    ).toEqual([]);
  });
});

/** The package has no types of its own; a JSON schema is an object. */
function asyncApiSchema(): object {
  return createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;
}
