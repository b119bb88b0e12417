import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { runOperatorProgram } from '#tests/support/run-operator-program.ts';

jest.setTimeout(30_000);

const flag = '--disable-warning=ExperimentalWarning';
const pathOf = (program: string): string => fileURLToPath(new URL(program, import.meta.url));

describe('a program of operators', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'kurze-wege-command-line-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const run = (program: string, ...args: string[]): { code: number | null; output: string; files: string[] } => {
    const env = { DATA_DIR: dataDir, MONGO_URL: '', KAFKA_BROKERS: '' };
    return { ...runOperatorProgram(program, args, env), files: readdirSync(dataDir) };
  };

  test.each([
    ['provision.ts', ['foo']],
    ['rebuild.ts', ['foo']],
    ['compare-log.ts', ['--foo']],
    ['dead-letters.ts', ['lsit']],
    ['move.ts', ['--chek']],
    ['import.ts', ['--municipality', 'x', 'list.csv']],
  ])('%s refuses a call that it does not understand, and shows how it is called', (program, args) => {
    const { output: usage, code } = run(program, '--help');
    expect([code, usage]).toEqual([0, expect.stringContaining(program.replace('.ts', ''))]);
    expect(run(program, ...args)).toEqual({
      code: 64,
      output: expect.stringMatching(new RegExp(`^.+\\n\\n`)),
      files: [],
    });
    expect(run(program, ...args).output.endsWith(usage)).toBe(true);
  });

  test.each(['rebuild.ts', 'compare-log.ts', 'dead-letters.ts'])('%s makes no house where there is none', (program) => {
    expect(run(program)).toEqual({
      code: 78,
      output: `configuration:\n  DATA_DIR: there is no house in ${dataDir}\n`,
      files: [],
    });
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'closes what it has opened when it is sent %s, once or twice',
    async (signal) => {
      const program = `
      import { runProgram, say } from ${JSON.stringify(pathOf('command-line.ts'))};
      await runProgram({ usage: '', whenStopped: 'Stopped.', run: async (stop) => {
        say('at work');
        const work = setInterval(() => undefined, 1000);
        await new Promise((resolve) => stop.addEventListener('abort', () => setTimeout(resolve, 100)));
        clearInterval(work);
        say('closed');
        stop.throwIfAborted();
      } });`;
      const child = spawn(process.execPath, [flag, '--input-type=module', '--eval', program], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          if (chunk.toString().includes('at work')) for (let times = 0; times < 2; times += 1) child.kill(signal);
        });
      }
      expect([await once(child, 'close'), output]).toEqual([[130, null], 'at work\nclosed\nStopped.\n']);
    },
  );
});
