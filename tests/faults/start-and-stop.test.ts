import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { freePorts, services, type HousePorts } from '#infra/house/ports.ts';
import { portSetting } from '#shared/settings/settings.ts';
import { eventually } from '#tests/support/eventually.ts';

jest.setTimeout(120_000);

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 60_000;
const directly = [process.execPath, '--disable-warning=ExperimentalWarning', 'infra/house/start.ts'] as const;

describe('npm start', () => {
  let dataDir: string;
  let ports: HousePorts;
  let started: ChildProcess[];

  /** What a person at a terminal starts, sees, and stops. */
  const start = (
    env: NodeJS.ProcessEnv = {},
    [command, ...words]: readonly [string, ...string[]] = directly,
  ): { house: ChildProcess; said: () => string; code: Promise<number | null> } => {
    const settings = Object.fromEntries(services.map((name) => [portSetting(name), String(ports[name])]));
    const house = spawn(command, words, {
      cwd: root,
      env: {
        ...process.env,
        ...settings,
        GATEWAY_PORT: String(ports.gateway),
        DATA_DIR: dataDir,
        DEMO_DATA: 'off',
        OIDC_ISSUER: '',
        ...env,
      },
    });
    started.push(house);
    let said = '';
    for (const stream of [house.stdout, house.stderr])
      stream.on('data', (chunk: Buffer) => void (said += chunk.toString()));
    return { house, said: () => said, code: new Promise((resolve) => house.once('close', resolve)) };
  };
  const open = (said: () => string): Promise<void> =>
    eventually(() => expect(said()).toContain(`Kurze Wege is open at http://127.0.0.1:${ports.gateway}`), START_MS);
  const answering = async (): Promise<number> => {
    const answers = await Promise.all(
      Object.values(ports).map((port) =>
        fetch(`http://127.0.0.1:${port}/livez`).then(
          () => 1,
          () => 0,
        ),
      ),
    );
    return answers.reduce<number>((sum, one) => sum + one, 0);
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'kurze-wege-start-'));
    ports = await freePorts();
    started = [];
  });
  afterEach(async () => {
    for (const house of started) house.kill('SIGKILL');
    // The house itself, where a process between it and the test has gone and it has not noticed.
    const pid = await readFile(join(dataDir, 'house.pid'), 'utf8').catch(() => undefined);
    if (pid !== undefined) kill(Number(pid));
    await eventually(async () => expect(await answering()).toBe(0), START_MS);
    await rm(dataDir, { recursive: true });
  });

  test('opens a house that Ctrl-C, pressed twice, stops in order', async () => {
    const { house, said, code } = start();
    await open(said);
    expect(await answering()).toBe(6);
    house.kill('SIGINT');
    house.kill('SIGINT');
    expect([await code, await answering(), said()]).toEqual([0, 0, expect.stringMatching(/Stopped\.\n$/)]);
    expect(await readdir(dataDir)).not.toContain('house.pid');
  });

  test('can be stopped while it starts', async () => {
    const { house, said, code } = start();
    await eventually(async () => expect(await readdir(dataDir)).toContain('logs'));
    house.kill('SIGINT');
    expect([await code, said(), await answering()]).toEqual([0, 'Stopped.\n', 0]);
  });

  test('leaves no process behind when it is killed, and starts again at once', async () => {
    const { house, said } = start();
    await open(said);
    house.kill('SIGKILL');
    const again = start();
    await open(again.said);
    expect(await answering()).toBe(6);
    again.house.kill('SIGTERM');
    expect(await again.code).toBe(0);
  });

  test.each([
    ['npm is told to end', ['npm', 'start'], 'SIGTERM'],
    [
      'the process that found Node 24 is told to end',
      [process.execPath, 'infra/node24.mjs', 'infra/house/start.ts'],
      'SIGTERM',
    ],
    [
      'the process that found Node 24 is killed',
      [process.execPath, 'infra/node24.mjs', 'infra/house/start.ts'],
      'SIGKILL',
    ],
  ] as const)('stops in order when %s', async (_, command, signal) => {
    const { house, said } = start({}, command);
    await open(said);
    house.kill(signal);
    await eventually(
      async () =>
        expect([said(), await answering(), await readdir(dataDir)]).toEqual([
          expect.stringMatching(/Stopped\.\n$/),
          0,
          expect.not.arrayContaining(['house.pid']),
        ]),
      START_MS,
    );
  });

  test('says in one line why it cannot open a second house in the folder, or at the ports, of another', async () => {
    const { house, said, code } = start();
    await open(said);
    const second = start();
    expect([await second.code, second.said()]).toEqual([
      75,
      expect.stringMatching(/^Kurze Wege did not start\.\nThe data folder .+ is in use by process \d+; .+\n$/),
    ]);
    const elsewhere = start({ DATA_DIR: join(dataDir, 'another') });
    expect([
      await elsewhere.code,
      elsewhere.said().match(/^Port \d+ is taken; set \w+_PORT to another one\.$/gm)?.length,
    ]).toEqual([75, 6]);
    house.kill('SIGTERM');
    await code;
  });

  test('tells everything that is wrong with the settings before it starts anything', async () => {
    const { said, code } = start({ LOG_LEVEL: 'loud', GATEWAY_PORT: 'door', DEMO_DATA: 'perhaps' });
    expect([
      await code,
      said()
        .match(/LOG_LEVEL|GATEWAY_PORT|DEMO_DATA/g)
        ?.sort(),
    ]).toEqual([78, ['DEMO_DATA', 'GATEWAY_PORT', 'LOG_LEVEL']]);
    expect(await readdir(dataDir)).toEqual([]);
  });
});

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
