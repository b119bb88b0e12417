import { describe, expect, test } from '@jest/globals';
import { table } from './table.ts';

describe('the table of a bench', () => {
  test('puts the same figures of several ways beside each other and marks what was promised', () => {
    const files = {
      name: 'files',
      measured: [
        { figure: 'read p95', value: 40, unit: 'ms', limit: 300 },
        { figure: 'reads asked', value: 80, unit: '' },
      ],
    };
    const engines = {
      name: 'engines',
      measured: [
        { figure: 'read p95', value: 301, unit: 'ms', limit: 300 },
        { figure: 'backlog drained', value: 9, unit: 's', limit: 300 },
      ],
    };
    expect(table([files, engines]).split('\n')).toEqual([
      '                          files         engines  at most',
      'read p95                40 ms ✓        301 ms ✕  300',
      'reads asked             80',
      'backlog drained                          9 s  ✓  300',
    ]);
  });
});
