import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { admission, TooManyTexts } from './admission.ts';

const admitted = admission(() => true);
const admit = (body: unknown) => admitted(body, 'anna.berg');
const refusalOf = (query: string, rest: object = {}): { code: unknown; message: string } => {
  try {
    admit({ query, ...rest });
    return { code: 'ADMITTED', message: '' };
  } catch (error) {
    const { extensions, message } = error as { extensions: { code: string }; message: string };
    return { code: extensions.code, message };
  }
};
const nested = (depth: number): string => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`;
const doubling = (levels: number): string =>
  Array.from(
    { length: levels },
    (_, level) => `fragment f${level} on Query { ...f${level + 1} ...f${level + 1} }`,
  ).join(' ');

const chainOfFragments = (length: number): string =>
  Array.from({ length }, (_, at) => `fragment f${at} on Query { a { ...f${at + 1} } ...f${at + 1} }`).join(' ');

describe('an operation', () => {
  test('goes on when it is one of ordinary size', () => {
    expect(admit({ query: 'query Situation { a { b(first: 100) { c } } }', operationName: 'Situation' })).toEqual({
      kind: 'query',
      name: 'Situation',
    });
  });

  test('goes on when a tool asks for the schema', () => {
    expect(
      admit({
        query: getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true, specifiedByUrl: true }),
      }),
    ).toEqual({ kind: 'query', name: 'IntrospectionQuery' });
  });

  test.each([
    ['too deep', nested(11), /depth 11, at most 10/],
    ['too deep in a fragment', `{ ...f } fragment f on Query ${nested(11)}`, /depth 11/],
    [
      'too deep in a fragment that is called like the schema',
      `{ ...__schema } fragment __schema on Query ${nested(11)}`,
      /depth 11/,
    ],
    ['too deep in a fragment nobody spreads', `{ a } fragment f on Query ${nested(11)}`, /depth 11/],
    ['too wide', `{ ${'a '.repeat(11)} }`, /rootFields 11/],
    ['too wide through fragments', `{ ...f ...f } fragment f on Query { ${'a '.repeat(6)} }`, /rootFields 12/],
    ['full of aliases', `{ a { ${Array.from({ length: 16 }, (_, i) => `a${i}: b `).join('')} } }`, /aliases 16/],
    ['full of directives', `{ a ${'@include(if: true) '.repeat(21)} }`, /directives 21/],
    [
      'full of fragments',
      `{ a } ${Array.from({ length: 20 }, (_, i) => `fragment f${i} on Query { a }`).join(' ')}`,
      /definitions 21/,
    ],
    ['full of fields', `{ a { ${'b '.repeat(300)} } }`, /selections 301/],
    ['doubled by every fragment', `{ ...f0 } ${doubling(18)} fragment f18 on Query { a }`, /rootFields 262144/],
  ])('is refused when it is %s', (_, query, message) => {
    expect(refusalOf(query)).toEqual({ code: 'OPERATION_TOO_LARGE', message: expect.stringMatching(message) });
  });

  test.each([
    ['GRAPHQL_PARSE_FAILED', '{ a'],
    ['GRAPHQL_PARSE_FAILED', `{ ${'a '.repeat(1500)} }`],
    ['OPERATION_RESOLUTION_FAILURE', 'query A { a } query B { a }'],
    ['OPERATION_RESOLUTION_FAILURE', 'fragment f on Query { a }'],
    ['OPERATION_RESOLUTION_FAILURE', 'subscription { a }'],
    ['OPERATION_RESOLUTION_FAILURE', 'query A { a } query A { b }'],
    ['GRAPHQL_VALIDATION_FAILED', '{ ...f } fragment f on Query { ...g } fragment g on Query { ...f }'],
    ['GRAPHQL_VALIDATION_FAILED', '{ __proto__: a }'],
    ['GRAPHQL_VALIDATION_FAILED', 'query ($constructor: ID!) { a(id: $constructor) }'],
    ['GRAPHQL_VALIDATION_FAILED', 'query ($representations: [ID!]) { a(ids: $representations) }'],
    ['GRAPHQL_VALIDATION_FAILED', '{ a { __typename: b } }'],
  ])('is refused with %s: %.60s', (code, query) => {
    expect(refusalOf(query).code).toBe(code);
  });

  test.each([
    ['A', { kind: 'query', name: 'A', alone: 'query A {\n  a\n}' }],
    ['B', { kind: 'mutation', name: 'B', alone: 'mutation B {\n  ...f\n}\n\nfragment f on Mutation {\n  b\n}' }],
  ])('is the one of several that is asked for by its name: %s', (operationName, operation) => {
    expect(admit({ query: 'query A { a } mutation B { ...f } fragment f on Mutation { b }', operationName })).toEqual(
      operation,
    );
  });

  test('has variables of its own among several', () => {
    const query = 'query A($a: ID) { a(id: $a) } query B($b: ID) { b(id: $b) }';
    expect(admit({ query, operationName: 'A', variables: { a: '1' } }).name).toBe('A');
    expect(refusalOf(query, { operationName: 'B', variables: { a: '1' } }).code).toBe('BAD_REQUEST');
  });

  test.each([
    ['one of several named twice', 'query A { a } query A { b }', 'A'],
    ['a subscription beside a query', 'query A { a } subscription B { b }', 'A'],
  ])('is refused when its text has %s', (_, query, operationName) => {
    expect(refusalOf(query, { operationName }).code).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  test.each([
    ['a', /^The operation declares no variable "\$a", which was sent\.$/],
    ['__proto__', /"\$__proto__"/],
    ['x'.repeat(90_000), /"\$x{39}…"/],
  ])('is refused when a variable is sent that it does not declare: %.20s', (name, message) => {
    const variables = JSON.parse(`{"id":"1","${name}":1}`) as object;
    expect(refusalOf('query ($id: ID) { a(id: $id) }', { variables })).toEqual({
      code: 'BAD_REQUEST',
      message: expect.stringMatching(message),
    });
  });

  test('may leave out variables that it declares', () => {
    expect(admit({ query: 'query ($id: ID) { a(id: $id) }', variables: null }).kind).toBe('query');
  });

  test('is refused when another name is asked for than it has', () => {
    expect(refusalOf('query A { a }', { operationName: 'B' }).code).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  test.each([
    [null],
    [[]],
    [[{ query: '{ a }' }]],
    ['{ a }'],
    [{}],
    [{ query: 1 }],
    [{ query: '' }],
    [{ query: '{ a }', operationName: {} }],
    [{ query: '{ a }', operationName: '' }],
    [{ query: '{ a }', variables: [] }],
    [{ query: '{ a }', variables: 'x' }],
  ])('is not found in %j', (body) => {
    expect(() => admit(body)).toThrow(expect.objectContaining({ extensions: { code: 'BAD_REQUEST' } }));
  });

  test('cannot be sent as the hash of a text', () => {
    expect(refusalOf('{ a }', { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }).code).toBe(
      'PERSISTED_QUERY_NOT_SUPPORTED',
    );
  });

  test('is refused when its caller has had too much planned, and is not remembered for the next time', () => {
    const spent = admission((caller) => caller !== 'anna.berg');
    for (let time = 0; time < 2; time += 1) expect(() => spent({ query: '{ a }' }, 'anna.berg')).toThrow(TooManyTexts);
    spent({ query: '{ a }' }, 'jonas.keller');
    expect(spent({ query: '{ a }' }, 'anna.berg')).toEqual({ kind: 'query', name: undefined });
  });

  test('has each operation of a text planned, and not only the first', () => {
    const planned: number[] = [];
    const counting = admission((_, selections) => planned.push(selections) > 0);
    const query = 'query A { a } query B { b c }';
    for (const operationName of ['A', 'B', 'A']) counting({ query, operationName }, 'anna.berg');
    expect(planned).toEqual([2, 2]);
  });

  // Measured fragment by fragment anew, this one would take longer than the universe is old.
  test('of any shape is measured to its end', () => {
    const refusal = refusalOf(`{ ...f0 } ${chainOfFragments(60)}`);
    expect(refusal.code).toBe('OPERATION_TOO_LARGE');
  });
});
