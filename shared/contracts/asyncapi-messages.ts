import { z } from 'zod';
import type { Contract } from './contract.ts';
import type { Example } from './corpus.ts';
import { descriptionOf } from './descriptions.ts';

export type Json = Record<string, unknown>;

export const serviceOf = (topic: string): string => topic.split('.')[0] ?? topic;
export const pointTo = (...path: string[]): Json => ({ $ref: `#/${path.join('/')}` });

/** Describes an event as it lies on the log, with examples. */
export function message({ topic }: Contract, name: string, corpus: readonly Example[]): Json {
  return {
    name,
    title: name,
    summary: descriptionOf(name),
    contentType: 'application/json',
    headers: {
      allOf: [
        pointTo('components', 'schemas', 'cloudEvent'),
        { type: 'object', properties: { ce_type: { const: name }, ce_source: { const: `/${serviceOf(topic)}` } } },
      ],
    },
    payload: pointTo('components', 'schemas', name),
    correlationId,
    bindings: { kafka },
    // Under former names the same events are kept for readers of old logs only.
    examples: corpus
      .filter((example) => example.name === name && example.message.type === name)
      .map(({ file, message: { data } }) => ({ name: file.replace(/^.*\/|\.json$/g, ''), payload: data })),
  };
}

/**
 * Describes the data of an event. The schema is open: fields that a producer adds later are no mistake for a reader of
 * today.
 */
export function payload({ events }: Contract, name: string): Json {
  const rule = events[name];
  if (!rule) throw new Error(`no contract for ${name}`);
  const { $schema: _, ...json } = z.toJSONSchema(rule.data, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // The format says it; zod's pattern for it is as long as everything else together.
      if (jsonSchema.format === 'date') delete jsonSchema.pattern;
    },
  });
  return json;
}

const kafka = {
  key: { type: 'string', description: 'The id of the aggregate, as in `ce_subject`.' },
  bindingVersion: '0.5.0',
};
const correlationId = {
  location: '$message.header#/ce_requestid',
  description: 'The request at the gateway that caused it.',
};

export const cloudEvent = {
  type: 'object',
  description: 'The attributes of CloudEvents 1.0, as Kafka headers.',
  required: [
    'ce_specversion',
    'ce_id',
    'ce_type',
    'ce_source',
    'ce_subject',
    'ce_sequence',
    'ce_time',
    'ce_requestid',
    'ce_datacontenttype',
    'content-type',
  ],
  properties: {
    ce_specversion: { const: '1.0' },
    ce_id: {
      type: 'string',
      description: '`<aggregate id>.<sequence>`: the same event has the same id however often it is sent.',
    },
    ce_type: { type: 'string', description: 'The name of the event.' },
    ce_source: { type: 'string', description: 'The service that owns the aggregate.' },
    ce_subject: { type: 'string', description: 'The id of the aggregate, pseudonymous.' },
    ce_sequence: {
      type: 'string',
      pattern: '^[1-9][0-9]*$',
      description: '1, 2, 3, … for each aggregate, without a gap.',
    },
    ce_time: {
      type: 'string',
      format: 'date-time',
      description: 'When it was committed, UTC. The day that it is about is in the data.',
    },
    ce_requestid: { type: 'string', description: 'The request at the gateway that caused it.' },
    ce_datacontenttype: { const: 'application/json' },
    'content-type': { const: 'application/json' },
  },
};

export const deadLetter = {
  name: 'dead-letter',
  title: 'An event that could not be handled',
  summary:
    'The event as it was, with the reason and the group that could not handle it. It is tried again when an ' +
    'operator asks for it.',
  contentType: 'application/json',
  headers: pointTo('components', 'schemas', 'cloudEvent'),
  payload: {
    type: 'object',
    required: ['deadletterreason', 'deadlettergroup'],
    properties: {
      deadletterreason: {
        type: 'string',
        description: 'A code: `GAP`, `BREAKS_CONTRACT`, `HANDLER_FAILED`, `BEHIND_A_PARKED_EVENT`.',
      },
      deadlettergroup: { type: 'string', description: 'The service that could not handle it.' },
    },
  },
  correlationId,
  bindings: { kafka },
};
