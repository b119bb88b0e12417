import DataLoader from 'dataloader';
import type { ListSlice } from '../staged/list-slice.ts';
import type { ImportDesk } from '../work/import-desk.ts';
import type { ImportWork } from '../work/import-work.ts';
import type { ImportWorker } from '../work/import-worker.ts';

/** The stores, loaders and the worker for the fields and mutations of imports. */
export type Importing = ImportDesk & {
  wake: ImportWorker['wake'];
  load: { slice: DataLoader<string, ListSlice | null>; work: DataLoader<string, ImportWork | null> };
};

export function importContext(desk: ImportDesk, { wake }: ImportWorker): Importing {
  const { slices, work } = desk.staged;
  return {
    ...desk,
    wake,
    load: { slice: new DataLoader((ids) => slices.getMany(ids)), work: new DataLoader((ids) => work.getMany(ids)) },
  };
}
