import DataLoader from 'dataloader';
import type { ImportDesk } from '../import-desk.ts';
import type { ImportWork, Slice } from '../staged.ts';
import type { ImportWorker } from '../import-worker.ts';

/** What the fields and mutations of imports need. */
export type Importing = ImportDesk & {
  wake: ImportWorker['wake'];
  load: { slice: DataLoader<string, Slice | null>; work: DataLoader<string, ImportWork | null> };
};

export function importContext(desk: ImportDesk, { wake }: ImportWorker): Importing {
  const { slices, work } = desk.staged;
  return {
    ...desk,
    wake,
    load: { slice: new DataLoader((ids) => slices.getMany(ids)), work: new DataLoader((ids) => work.getMany(ids)) },
  };
}
