import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What a check of a file found; no problem where it is whole. Tells pages and tables, never what they hold. */
export type FileCheck = { problems: string[] };

/**
 * Has SQLite look through a whole file, in a thread of its own: a large file takes seconds, and those who read and
 * write go on meanwhile. Does not keep the process from ending.
 */
export function checkFile(file: string): Promise<FileCheck> {
  const worker = new Worker(fileURLToPath(new URL('./check-file.worker.ts', import.meta.url)), { workerData: file });
  worker.unref();
  return new Promise((resolve, reject) => {
    worker.once('message', (check: FileCheck) => resolve(check));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the check of a file ended without an answer')));
  });
}
