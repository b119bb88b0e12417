import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { projectPath } from '#tests/support/yaml-file.ts';

jest.setTimeout(120_000);

describe('a check of the code', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kurze-wege-checks-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (files: Record<string, string>): void => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
  };
  const run = (
    program: string,
    args: string[],
    { input = '', cwd = folder } = {},
  ): { code: number; output: string } => {
    const flags = ['--disable-warning=ExperimentalWarning', projectPath(program)];
    const { status, stdout } = spawnSync(process.execPath, [...flags, ...args], { cwd, input, encoding: 'utf8' });
    return { code: status ?? 1, output: stdout };
  };

  test('finds a file that Prettier would lay out in another way', () => {
    write({ 'wrong.ts': 'export const  a = "b"\n', 'right.ts': "export const a = 'b';\n" });
    const args = ['.', '--list-different', '--config', projectPath('.prettierrc.json')];
    expect(run('node_modules/prettier/bin/prettier.cjs', args)).toEqual({ code: 1, output: 'wrong.ts\n' });
  });

  test('finds a line that is too wide, also in a comment, a description, a style and a manifest', () => {
    const wide = 'x'.repeat(121);
    write({
      'comment.ts': `// ${wide}\n`,
      'description.graphql': `"${wide}"\nscalar A\n`,
      'style.css': `\n/* ${wide} */\n`,
      'manifest.yaml': `# ${wide}\n`,
      'page.js': `/* ${wide} */\n`,
      'right.ts': `// ${'ü'.repeat(117)}\n`,
      'node_modules/package/index.js': `// ${wide}\n`,
    });
    expect(run('infra/dev/check-line-width.ts', [folder])).toEqual({
      code: 1,
      output: [
        'comment.ts:1 has 124 characters, more than 120',
        'description.graphql:1 has 123 characters, more than 120',
        'manifest.yaml:1 has 123 characters, more than 120',
        'page.js:1 has 127 characters, more than 120',
        'style.css:2 has 127 characters, more than 120\n',
      ].join('\n'),
    });
  });

  test('finds what is too long, and an engine’s client outside its room', () => {
    const statements = 'process.exitCode = 0;\n'.repeat(36);
    const input = [
      "import mongoose from 'mongoose';",
      "import { connect } from 'mongoose';",
      "import type { Admin } from 'kafkajs';",
      "import { MongoClient } from 'mongodb';",
      'export const used = [mongoose, connect, MongoClient];',
      'export type { Admin };',
      `export function long(): void {\n${statements}}`,
      'export function wide(a: number, b: number, c: number, d: number): number { return a + b + c + d; }',
      statements.repeat(4),
    ].join('\n');
    const args = ['--stdin', '--stdin-filename', 'services/people/access.ts', '--format', 'json'];
    const { code, output } = run('node_modules/eslint/bin/eslint.js', args, { input, cwd: projectPath('.') });
    const [{ messages } = { messages: [] }] = JSON.parse(output) as { messages: { ruleId: string; line: number }[] }[];
    const places = messages.map(({ ruleId, line }) => `${ruleId} in line ${line}`);
    expect(code).toBe(1);
    expect(places).toEqual(
      expect.arrayContaining([
        ...[1, 2, 3, 4].map((line) => `no-restricted-imports in line ${line}`),
        'max-lines-per-function in line 7',
        'max-params in line 45',
        'max-lines in line 161',
      ]),
    );
  });

  test.each([
    [
      'a circle, also of types alone',
      'no-circles',
      {
        'shared/a.ts': "import type { B } from '#shared/b.ts';\nexport type A = B;\n",
        'shared/b.ts': "import type { A } from './a.ts';\nexport type B = A | 1;\n",
      },
    ],
    [
      'what everybody stands on, standing on a service',
      'shared-stands-on-nothing',
      {
        'shared/a.ts': "import type { Person } from '../services/people/person.ts';\nexport type A = Person;\n",
        'services/people/person.ts': 'export type Person = 1;\n',
      },
    ],
    [
      'a service that knows another one',
      'services-stand-on-shared-alone',
      {
        'services/cases/case.ts': "import type { Person } from '../people/person.ts';\nexport type Case = Person;\n",
        'services/people/person.ts': 'export type Person = 1;\n',
      },
    ],
    [
      'a test of a service that needs another one',
      'no-service-in-another-not-even-in-tests',
      {
        'services/cases/case.test.ts': "import { person } from '../people/person.ts';\nexport const a = person;\n",
        'services/people/person.ts': 'export const person = 1;\n',
      },
    ],
    [
      'a service that knows how it is run',
      'services-stand-on-shared-alone',
      {
        'services/cases/case.ts': "import { ports } from '#infra/house/ports.ts';\nexport const a = ports;\n",
        'infra/house/ports.ts': 'export const ports = 1;\n',
      },
    ],
    [
      'the gateway with a service in it',
      'gateway-stands-on-shared-alone',
      {
        'gateway/app.ts': "export const a = (await import('../services/people/person.ts')).person;\n",
        'services/people/person.ts': 'export const person = 1;\n',
      },
    ],
    [
      'infra that needs what tests need',
      'infra-needs-no-tests',
      {
        'infra/house/house.ts': "import { wait } from '#tests/support/wait.ts';\nexport const a = wait;\n",
        'tests/support/wait.ts': 'export const wait = 1;\n',
      },
    ],
    [
      'the client of Kafka loaded outside its room',
      'kafkajs-in-its-room',
      { 'shared/events/latest.ts': "export const a = (await import('kafkajs')).Kafka;\n" },
    ],
  ])('finds %s', (_, rule, files: Record<string, string>) => {
    for (const file of ['package.json', 'tsconfig.json']) copyFileSync(projectPath(file), join(folder, file));
    symlinkSync(projectPath('node_modules'), join(folder, 'node_modules'));
    for (const room of ['shared', 'services', 'gateway', 'infra', 'tests']) mkdirSync(join(folder, room));
    write(files);
    const args = ['--config', projectPath('.dependency-cruiser.js'), '--output-type', 'json'];
    const rooms = ['shared', 'services', 'gateway', 'infra', 'tests'];
    const { output } = run('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', [...args, ...rooms]);
    const { summary } = JSON.parse(output) as { summary: { violations: { rule: { name: string } }[] } };
    expect(summary.violations.map((violation) => violation.rule.name)).toContain(rule);
  });
});
