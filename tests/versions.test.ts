import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const packageSchema = z.object({ name: z.string(), version: z.string() });

/** The lowest versions in which the faults are mended that are known to matter here: advisories of 2024 to 2026. */
const mended: Record<string, { from: string; why: string }> = {
  graphql: { from: '16.9.0', why: 'the line that the federation packages are made for' },
  '@apollo/server': { from: '5.5.0', why: 'GHSA-9q82-xgwf-vj6h, CVE-2026-23897' },
  mongoose: { from: '9.12.1', why: 'CVE-2026-42334, CVE-2026-125120' },
  'body-parser': { from: '2.3.0', why: 'CVE-2026-12590' },
  qs: { from: '6.14.2', why: 'CVE-2025-15284, CVE-2026-2391' },
};

/** One line of releases; the next one composes in another way, and two lines do not mix. */
const exactly = [
  '@apollo/gateway',
  '@apollo/subgraph',
  '@apollo/composition',
  '@apollo/query-planner',
  '@apollo/federation-internals',
];
const FEDERATION = '2.14.4';

const lockSchema = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });
const lockFile = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
const { packages } = lockSchema.parse(JSON.parse(lockFile));

/** Every copy of a package that gets installed, the ones inside other packages too. */
function installed(name: string): string[] {
  return Object.entries(packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version = '' }]) => version);
}

function isAtLeast(version: string, from: string): boolean {
  return version.localeCompare(from, 'en', { numeric: true }) >= 0;
}

describe('the packages of the house', () => {
  test.each(Object.entries(mended))('%s is new enough', (name, { from, why }) => {
    const versions = installed(name);
    expect(versions).not.toEqual([]);
    expect(
      versions
        .filter((version) => !isAtLeast(version, from))
        .map((version) => `${name} ${version} is older than ${from}: ${why}`),
    ).toEqual([]);
  });

  test.each(exactly)('%s is of the one line of federation', (name) => {
    expect(installed(name)).toEqual([FEDERATION]);
  });

  test('graphql is there once, and of the line that federation knows', () => {
    expect(installed('graphql')).toEqual([expect.stringMatching(/^16\./)]);
    expect(installed('@apollo/server')).toEqual([expect.stringMatching(/^5\.5\./)]);
  });

  test('are the ones that are loaded', () => {
    for (const name of ['graphql', 'mongoose']) {
      const { version } = packageSchema.parse(
        JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')),
      );
      expect(installed(name)).toContain(version);
    }
  });

  test('come from whichever registry is used, not from the one they were once resolved with', () => {
    expect(lockFile).not.toMatch(/"resolved": "http/);
  });
});
