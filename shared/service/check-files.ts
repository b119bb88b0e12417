import { existsSync } from 'node:fs';
import { checkFile } from '#shared/documents/sqlite/check-file.ts';
import type { Log } from '#shared/log.ts';

/** Checks files in the background, one after the other. `damage` tells what was found so far. */
export function checkFiles(files: Record<string, string>, log: Log): { damage: () => string | undefined } {
  let damage: string | undefined;
  const check = async (): Promise<void> => {
    for (const [name, file] of Object.entries(files)) {
      if (!existsSync(file)) continue;
      const { problems } = await checkFile(file);
      if (problems.length === 0) continue;
      damage = 'STORE_DAMAGED';
      log.error({ reason: damage, file: name, problems }, 'a file is damaged; infra/README.md says what to do');
    }
  };
  check().catch((error: unknown) => log.error({ err: error }, 'the files could not be checked'));
  return { damage: () => damage };
}
