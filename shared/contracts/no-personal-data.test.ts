import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { contracts } from './contracts.ts';
import { readCorpus } from './corpus.ts';

/** Words that a field would have which tells who somebody is, how to reach them, or what ails them. */
const personal = [
  'name',
  'names',
  'given',
  'family',
  'surname',
  'title',
  'birth',
  'birthday',
  'born',
  'age',
  'sex',
  'gender',
  'nationality',
  'religion',
  'street',
  'address',
  'postcode',
  'town',
  'phone',
  'mobile',
  'email',
  'mail',
  'contact',
  'iban',
  'account',
  'income',
  'debt',
  'debts',
  'customer',
  'number',
  'health',
  'diagnosis',
  'disability',
  'disabled',
  'illness',
  'addiction',
  'obstacle',
  'obstacles',
  'criminal',
  'pregnant',
  'children',
  'child',
  'partner',
  'note',
  'notes',
  'text',
  'comment',
  'remark',
  'description',
  'message',
  'goal',
  'what',
  'agreed',
];
const wordsOf = (field: string): string[] =>
  field
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .split(/[^a-z]+/);
/** `contactId`, `agreedOn`: the id of something, or a day, is not what the word would say by itself. */
const isPersonal = (field: string): boolean =>
  !/(Ids?|On)$/.test(field) && wordsOf(field).some((word) => personal.includes(word));

type Field = { event: string; field: string; schema: JsonSchema };
type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  pattern?: string;
  format?: string;
};

test('no contract has a field that looks personal', () => {
  expect(
    fields()
      .filter(({ field }) => isPersonal(field))
      .map(({ event, field }) => `${event}: ${field}`),
  ).toEqual([]);
});

test('no contract has a field for free text: whatever is a string is an id, a day or a code', () => {
  const free = fields().filter(
    ({ field, schema }) =>
      schema.type === 'string' &&
      schema.pattern === undefined &&
      schema.format === undefined &&
      !/(Id|Ids|careTeam)$/.test(field),
  );
  expect(free.map(({ event, field }) => `${event}: ${field}`)).toEqual([]);
});

test('no example says more than its contract, nor anything that looks like a name or a way to reach somebody', () => {
  for (const { file, topic, name, message } of readCorpus()) {
    const known = new Set(
      fields()
        .filter(({ event }) => event === `${topic}/${name}`)
        .map(({ field }) => field),
    );
    expect([file, Object.keys(message.data).filter((field) => !known.has(field))]).toEqual([file, []]);
    expect([file, JSON.stringify(message.data).match(/[\w.]+@\w|\+\d{6,}|\s(?=\w)/g)]).toEqual([file, null]);
  }
});

test.each(['givenName', 'birthDate', 'email', 'phone', 'note', 'obstacles', 'customerNumber', 'street'])(
  'a field called %s would be noticed',
  (field) => {
    expect(isPersonal(field)).toBe(true);
  },
);

function fields(): Field[] {
  return contracts.flatMap(({ topic, events }) =>
    Object.entries(events).flatMap(([name, { data }]) =>
      fieldsOf(`${topic}/${name}`, z.toJSONSchema(data, { io: 'input' }) as JsonSchema),
    ),
  );
}

function fieldsOf(event: string, { properties = {} }: JsonSchema): Field[] {
  return Object.entries(properties).flatMap(([field, schema]) => {
    const element = schema.items ?? schema;
    return [{ event, field, schema: element }, ...fieldsOf(event, element)];
  });
}
