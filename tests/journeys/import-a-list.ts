import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { daysLater } from '#shared/calendar/days.ts';
import { at } from '#tests/support/at.ts';
import { eventually } from '#tests/support/eventually.ts';
import { asked } from '#tests/support/graph-of.ts';
import type { HouseUnderTest } from '#tests/support/house.ts';
import { importFileOf, type ListLine } from '#tests/support/import-files.ts';

const GROSS_ROHRHEIM = '06431010';
const command = fileURLToPath(new URL('../../infra/operate/import.ts', import.meta.url));

export type ListOf = {
  open: () => Promise<HouseUnderTest>;
  /** How many recipients are taken over while the service is killed. */
  lines: number;
  /** Settings that the command needs beside the address of the gateway. */
  env?: (house: HouseUnderTest) => Promise<NodeJS.ProcessEnv>;
};

/** Somebody with a household of her own, and nobody's possible double: each has a birth date that no other has. */
function recipient(number: number, changes: ListLine = {}): ListLine {
  const digits = String(number).padStart(6, '0');
  const born = daysLater('1965-01-01', (number * 7) % 11_000);
  return {
    Kundennummer: `437D${digits}`,
    'BG-Nummer': `43705BG0${digits}`,
    Geburtsdatum: born,
    'E-Mail': `p${number}@example.org`,
    ...changes,
  };
}

/** `npm run import` as somebody at a shell runs it. */
async function imported(
  { house, env }: { house: HouseUnderTest; env: NodeJS.ProcessEnv },
  name: string,
  lines: readonly ListLine[],
): Promise<{ code: number | null; said: string }> {
  const file = join(house.dataDir, `${name}.csv`);
  await writeFile(file, importFileOf(lines));
  const args = [
    '--disable-warning=ExperimentalWarning',
    command,
    file,
    '--municipality',
    GROSS_ROHRHEIM,
    '--confirm',
    '--duplicates',
    'new',
  ];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, GATEWAY_URL: `${house.url}/graphql`, KURZE_WEGE_TOKEN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

async function personsFound(house: HouseUnderTest): Promise<number> {
  let found = 0;
  let after: unknown = null;
  for (let more: unknown = true; more === true;) {
    const page = await asked(
      house,
      'miriam.vogt',
      'query($after: String) { persons(first: 100, after: $after) { edges { node { id } } pageInfo { ' +
        'hasNextPage endCursor } } }',
      { after },
    );
    found += (at(page, 'persons.edges') as unknown[]).length;
    after = at(page, 'persons.pageInfo.endCursor');
    more = at(page, 'persons.pageInfo.hasNextPage');
  }
  return found;
}

/** Whatever the house stands on. */
export const importAList = (where: string, { open, lines, env = async () => ({}) }: ListOf): void =>
  describe(`a list of recipients ${where}`, () => {
    let house: HouseUnderTest;
    beforeAll(async () => {
      house = await open();
    });
    afterAll(async () => house[Symbol.asyncDispose]());

    test('with twenty mistakes is told all twenty, by line and column, and nobody is taken over', async () => {
      const mistakes: ListLine[] = [
        { Kundennummer: '' },
        { Kundennummer: '12345' },
        { 'BG-Nummer': '43705-1234' },
        { Rolle: 'Chef' },
        { Vorname: '' },
        { Nachname: 'x'.repeat(81) },
        { Geburtsdatum: '1. März 1980' },
        { Geburtsdatum: '31.02.1980' },
        { Geburtsdatum: '01.03.2080' },
        { Geschlecht: 'unklar' },
        { AGS: '6431010' },
        { AGS: '09563000' },
        { PLZ: '6864' },
        { Telefon: 'keins' },
        { 'E-Mail': 'ada at home' },
        { Berufe: '99999' },
        { Sprachen: 'de' },
        { Stunden: '72' },
        { Hemmnisse: 'Pech' },
        { 'Leistungsbezug bis': '31.12.2022' },
      ];
      const { code, said } = await imported(
        { house, env: await env(house) },
        'mistakes',
        mistakes.map((mistake, index) => recipient(index + 1, mistake)),
      );
      const told = said
        .split('\n')
        .filter((line) => /^\s+\d+ /.test(line))
        .map((line) =>
          line
            .trim()
            .split(/\s{2,}/)
            .slice(0, 2),
        );
      expect(told).toEqual(mistakes.map((mistake, index) => [String(index + 2), Object.keys(mistake)[0]]));
      expect(said).toContain('20 problems. Nothing was taken over.');
      expect([code, await personsFound(house)]).toEqual([1, 0]);
    });

    test('taken over while the service is killed is completed, and taken over again it changes nothing', async () => {
      const list = Array.from({ length: lines }, (_, index) => recipient(index + 1));
      const before = house.pids().people;
      const killedMidway = async (): Promise<void> => {
        await eventually(
          async () =>
            expect(
              at(await asked(house, 'miriam.vogt', '{ persons(first: 1) { edges { node { id } } } }'), 'persons.edges'),
            ).toHaveLength(1),
          60_000,
        );
        house.kill('people');
      };
      await Promise.all([imported({ house, env: await env(house) }, 'list', list), killedMidway()]);
      await eventually(async () => expect(await personsFound(house)).toBe(lines), 120_000);
      expect(house.pids().people).not.toBe(before);

      const again = await imported({ house, env: await env(house) }, 'list', list);
      expect(again.said).toContain(`Taken over: 0 new, 0 updated, ${lines} unchanged, 0 skipped.`);
      expect([again.code, await personsFound(house)]).toEqual([0, lines]);
    });
  });
