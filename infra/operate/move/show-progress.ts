import { Presets, SingleBar } from 'cli-progress';
import type { OnMoveProgress } from './transfer.ts';

export type ProgressDisplay = { onProgress: OnMoveProgress; end: () => void };

/**
 * Shows a bar on a screen. Elsewhere, e.g. in the log of a job, a line for each thing as soon as some of it is done.
 */
export function showProgress(output: NodeJS.WriteStream = process.stderr): ProgressDisplay {
  if (!output.isTTY) {
    const shown = new Set<string>();
    return {
      onProgress: (what) => {
        if (!shown.has(what)) output.write(`${what} …\n`);
        shown.add(what);
      },
      end: () => undefined,
    };
  }
  const bar = new SingleBar(
    { format: '  {what}  {value} records and events', hideCursor: true, clearOnComplete: true, stream: output },
    Presets.shades_classic,
  );
  bar.start(0, 0, { what: '' });
  return { onProgress: (what, done) => bar.increment(done, { what }), end: () => bar.stop() };
}
