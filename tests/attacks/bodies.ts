import { deflateRawSync, gzipSync } from 'node:zlib';
import { asks, onTheWire, posting, type Attack, type Kind } from '../support/attacks/attack.ts';

const search = { query: 'query($name: String) { persons(filter: { name: $name }) { edges { cursor } } }' };
const nobody = { persons: { edges: [] } };
const asJson = (text: string) => posting('kai.neu', text);
const nested = (depth: number): string =>
  `{"query":"{ __typename }","variables":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
const encoded = (encoding: string, bytes: Uint8Array<ArrayBuffer>) =>
  posting('kai.neu', bytes, { 'content-encoding': encoding });
const charset = (name: string) => posting('kai.neu', search, { 'content-type': `application/json; charset=${name}` });
const bomb = JSON.stringify({ ...search, variables: { name: ' '.repeat(50_000_000) } });

const malformed: Attack[] = [
  '',
  ' ',
  'null',
  'true',
  '"{ __typename }"',
  '[]',
  '{',
  '{"query":"{ __typename }"',
  '{"query":"{ __typename }"} {}',
  "{'query':'x'}",
  '{"query":"\\u00"}',
  '{"query":NaN}',
  '\u0000',
  '{"query":"{ __typename }",}',
  '{"query":{"text":"{ __typename }"}}',
  '{"query":["{ __typename }"]}',
].map((body): Attack => [`the body ${JSON.stringify(body)}`, asJson(body), '400 BAD_REQUEST']);

/** Bodies that are too large, unfold, or are read differently by those who read them. */
export const bodies: Kind = {
  name: 'bodies and encodings',
  attacks: [
    ...malformed,
    [
      'more than a hundred kilobytes',
      asks('kai.neu', search.query, { name: 'x'.repeat(110_000) }),
      '413 PAYLOAD_TOO_LARGE',
    ],
    [
      'the same in a comment of the operation',
      asks('kai.neu', `{ projects { edges { cursor } } } # ${'x'.repeat(110_000)}`),
      '413 PAYLOAD_TOO_LARGE',
    ],
    [
      'a small body that unfolds to fifty megabytes',
      (house) => encoded('gzip', new Uint8Array(gzipSync(bomb)))(house),
      '415 UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'one that is deflated',
      (house) => encoded('deflate', new Uint8Array(deflateRawSync(bomb)))(house),
      '415 UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'one that claims to be as it is',
      posting('kai.neu', search, { 'content-encoding': 'identity' }),
      '415 UNSUPPORTED_MEDIA_TYPE',
    ],
    ...['utf-7', 'utf-16le', 'iso-8859-1', 'x-exotic', 'utf-8; charset=utf-7'].map((name): Attack => [
      `the encoding ${name}`,
      charset(name),
      '415 UNSUPPORTED_MEDIA_TYPE',
    ]),
    [
      'bytes that are no UTF-8',
      posting(
        'kai.neu',
        new Uint8Array(
          Buffer.concat([
            Buffer.from('{"query":"{ persons(filter: { name: \\"'),
            Buffer.from([0xff, 0xfe, 0xc0, 0xaf]),
            Buffer.from('\\" }) { edges { cursor } } }"}'),
          ]),
        ),
      ),
      '400 BAD_REQUEST',
    ],
    ['half a surrogate as a name', asJson(JSON.stringify({ ...search, variables: { name: '\ud800' } })), nobody],
    ['a zero byte as a name', asks('kai.neu', search.query, { name: 'Kana\u0000' }), nobody],
    ['a name written from right to left', asks('kai.neu', search.query, { name: '\u202e\u200bgeV' }), nobody],
    ['arrays nested twenty thousand deep', asJson(nested(20_000)), '400 BAD_REQUEST'],
    [
      'arrays nested twenty thousand deep, for a variable',
      asJson(
        nested(20_000).replace(
          '{ __typename }',
          'query($a: [ID!]) { measures(filter: { municipalities: $a }) { edges { cursor } } }',
        ),
      ),
      '400 BAD_USER_INPUT',
    ],
    [
      'a number beyond all numbers',
      asJson('{"query":"query($n: Int!) { persons(first: $n) { edges { cursor } } }","variables":{"n":1e400}}'),
      '400 BAD_USER_INPUT',
    ],
    [
      'five thousand variables that nobody declared',
      asks('kai.neu', '{ __typename }', Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`v${n}`, n]))),
      '400 BAD_REQUEST',
    ],
    [
      'one key twice',
      asJson('{"query":"{ __schema { description } }","query":"{ __typename }"}'),
      { __typename: 'Query' },
    ],
    [
      'chunks without end',
      onTheWire(
        'gateway',
        'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: ' +
          `chunked\r\nconnection: close\r\n\r\n${'1000\r\n'.concat('x'.repeat(4096), '\r\n').repeat(50)}`,
      ),
      '401',
    ],
    [
      'a chunk as long as all memory',
      onTheWire(
        'gateway',
        'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: ' +
          'chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n',
      ),
      '400',
    ],
  ],
};
