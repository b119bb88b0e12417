import { describe, expect, test } from '@jest/globals';
import { errorOutput } from './exit-reason.ts';

function reasonAfter(output: string, code: number | null = 1, signal: NodeJS.Signals | null = null): string {
  const errors = errorOutput('people');
  errors.add(Buffer.from(output));
  return errors.exitReason(code, signal);
}

describe('why a process ended', () => {
  test.each([
    [
      'its own line, without its name',
      'people: port 4001 is taken; set PEOPLE_PORT to another one\n',
      'port 4001 is taken; set PEOPLE_PORT to another one',
    ],
    [
      'all of its problems in one line',
      'people: configuration:\n  HOST: is wrong\n  LOG_LEVEL: is wrong\n',
      'configuration:; HOST: is wrong; LOG_LEVEL: is wrong',
    ],
    [
      'the error rather than its stack',
      'file:///main.ts:3\nthrow it\n^\n\nTypeError: no key\n    at main.ts:3:1\n\nNode.js v24.21.0\n',
      'TypeError: no key',
    ],
    [
      'memory that was not enough',
      '<--- Last few GCs --->\nFATAL ERROR: Reached heap limit\n----- Native stack trace -----\n',
      'FATAL ERROR: Reached heap limit',
    ],
    ['its code when it said nothing', '', 'it ended with code 1'],
  ])('is told by %s', (_, output, reason) => {
    expect(reasonAfter(output)).toBe(reason);
  });

  test('is told by the signal, whatever it said long before', () => {
    expect([reasonAfter('a warning', null, 'SIGKILL'), reasonAfter('', null, 'SIGSEGV')]).toEqual([
      'it was killed',
      'it was ended by SIGSEGV',
    ]);
  });
});
