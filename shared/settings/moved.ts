import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EngineConfig } from './engine-settings.ts';

/** The parts of a house that live elsewhere, and since when. The two move together or one after the other. */
export type Moved = { documents?: string | undefined; events?: string | undefined };

const movedSchema = z.object({ documents: z.iso.datetime().optional(), events: z.iso.datetime().optional() });
const settingOf = { documents: 'MONGO_URL', events: 'KAFKA_BROKERS' } as const;

function fileIn(dataDir: string): string {
  return join(dataDir, 'moved');
}

export function movedFrom(dataDir: string): Moved {
  if (!existsSync(fileIn(dataDir))) return {};
  return movedSchema.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
}

/**
 * Notes a move. Called when the target holds all of it: what is entered in the former place from then on would be in
 * neither.
 */
export function noteMoved(dataDir: string, moved: Moved): void {
  const file = fileIn(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...movedFrom(dataDir), ...moved })}\n`, { flush: true });
  renameSync(`${file}.new`, file);
}

/** The parts of a house that should be in a folder have moved: what is entered here would be found in neither place. */
export class HouseMoved extends Error {
  constructor(dataDir: string, left: readonly (keyof typeof settingOf)[]) {
    super(
      `The ${left.join(' and ')} of the house in ${dataDir} have moved. Set ` +
        `${left.map((what) => settingOf[what]).join(' and ')} as for the move; to go back to what it was before, ` +
        'remove the file "moved" there.',
    );
    this.name = 'HouseMoved';
  }
}

/** Throws `HouseMoved` when the settings look for something in this folder that has moved from here. */
export function assertNotMoved({
  dataDir,
  mongoUrl,
  kafka,
}: Pick<EngineConfig, 'dataDir' | 'mongoUrl' | 'kafka'>): void {
  const moved = movedFrom(dataDir);
  const left = (
    [
      ['documents', mongoUrl],
      ['events', kafka],
    ] as const
  )
    .filter(([what, elsewhere]) => moved[what] !== undefined && elsewhere === undefined)
    .map(([what]) => what);
  if (left.length > 0) throw new HouseMoved(dataDir, left);
}
