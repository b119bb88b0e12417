import { cloudEvent, deadLetter, message, payload, pointTo, serviceOf, type Json } from './asyncapi-messages.ts';
import type { Contract } from './contract.ts';
import type { Example } from './corpus.ts';

const deadLetterOf = (topic: string): string => `${topic}.dead-letter`;

const DESCRIPTION = [
  'What the services of Kurze Wege say about people, cases, measures and employers, as CloudEvents 1.0 ' +
    "in Kafka's binary mode: attributes in `ce_*` headers, the data as JSON in the value, the id of the " +
    'aggregate as key.',
  'Delivery is at least once and in order for each key; topics are not ordered among each other. An ' +
    'event is recognised by `ce_id`, and its place among those of its aggregate by `ce_sequence`, which ' +
    'has no gaps.',
  'Contracts only grow: a breaking change is a new name. Let unknown names, fields and codes pass. No ' +
    'event carries a name, a birth date, an address, a fact about health or debts, or free text; ids are ' +
    'pseudonyms.',
];

/** Returns the description of the log for other teams: one channel for each topic, one message for each event. */
export function asyncApiDocument(contracts: readonly Contract[], corpus: readonly Example[]): Json {
  const events = contracts.flatMap((contract) => Object.keys(contract.events).map((name) => ({ contract, name })));
  return {
    asyncapi: '3.0.0',
    id: 'urn:kurze-wege:events',
    info: {
      title: 'Kurze Wege: events',
      version: '1.0.0',
      description: DESCRIPTION.join('\n\n'),
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      contracts.flatMap((contract) => [
        [contract.topic, channel(contract.topic, Object.keys(contract.events))],
        [deadLetterOf(contract.topic), deadLetterChannel(contract.topic)],
      ]),
    ),
    operations: Object.fromEntries(contracts.flatMap(({ topic }) => operations(topic))),
    components: {
      messages: {
        ...Object.fromEntries(events.map(({ contract, name }) => [name, message(contract, name, corpus)])),
        'dead-letter': deadLetter,
      },
      schemas: {
        cloudEvent,
        ...Object.fromEntries(events.map(({ contract, name }) => [name, payload(contract, name)])),
      },
    },
  };
}

function channel(topic: string, names: readonly string[]): Json {
  return {
    address: topic,
    title: `What the ${serviceOf(topic)} service says`,
    messages: Object.fromEntries(names.map((name) => [name, pointTo('components', 'messages', name)])),
    bindings: { kafka: { topic, bindingVersion: '0.5.0' } },
  };
}

function deadLetterChannel(topic: string): Json {
  const address = deadLetterOf(topic);
  return {
    address,
    title: `Events of the ${serviceOf(topic)} service that somebody could not handle`,
    messages: { 'dead-letter': pointTo('components', 'messages', 'dead-letter') },
    bindings: { kafka: { topic: address, bindingVersion: '0.5.0' } },
  };
}

function operations(topic: string): [string, Json][] {
  const service = serviceOf(topic);
  return [
    [
      `${service}.says`,
      {
        action: 'send',
        channel: pointTo('channels', topic),
        summary: `The ${service} service says what has happened, once it is committed.`,
      },
    ],
    [
      `${service}.isParked`,
      {
        action: 'send',
        channel: pointTo('channels', deadLetterOf(topic)),
        summary:
          `A service that cannot handle an event of ${service} parks it, and what follows for the same ` + 'aggregate.',
      },
    ],
  ];
}
