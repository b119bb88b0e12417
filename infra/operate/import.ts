import { readFile } from 'node:fs/promises';
import { SingleBar, Presets } from 'cli-progress';
import { argumentsOf, runProgram, wrongCall } from './command-line.ts';
import { exitCodes, type ExitCode } from '#shared/service/exit-codes.ts';
import { ExitError } from './exit-error.ts';
import { ImportRefused } from './import/answers.ts';
import { duplicateDecider, duplicateModes } from './import/duplicates.ts';
import { graphAsker } from './graph-asker.ts';
import { importFile, type ImportStep, type OnImportProgress } from './import/import-file.ts';
import { importReport, unsentReport } from './import/import-report.ts';
import { tooLarge } from '../../services/people/import/check/too-large.ts';

const usage = `npm run import -- FILE --municipality AGS [--as USER] [--confirm] [--duplicates ask|new|same|skip]

  FILE            a list of recipients as CSV: UTF-8, separated by ; or ,
  --municipality  the municipality of everybody on the list, eight digits, e.g. 06431010
  --as            the demo user who imports; needs the house's own token issuer. Default: miriam.vogt
  --confirm       take the list over when it has no problem and nothing is undecided
  --duplicates    what to do about possible duplicates: ask (default at a terminal), or decide all the same way

Environment: GATEWAY_URL (else this machine at GATEWAY_PORT), KURZE_WEGE_TOKEN (a token to use instead of --as)
Ends with 0: done · 1: the file has problems · 2: possible duplicates are undecided · 64: wrong call · \
69: the house does not answer · 77: refused`;

const labels: Record<ImportStep, string> = { SENDING: 'sending', CHECKING: 'checking', TAKING_OVER: 'taking over' };

await runProgram({
  usage,
  whenStopped:
    'Stopped. A list that was not confirmed yet is not taken over; one that was confirmed is, without this program.',
  run,
});

async function run(stop: AbortSignal): Promise<ExitCode> {
  const call = calledFor();
  const bar = progressBar(stop);
  try {
    const bytes = await fileAt(call.file);
    const unsendable = tooLarge(bytes);
    if (unsendable) {
      process.stdout.write(unsentReport(unsendable));
      return exitCodes.no;
    }
    const ask = await graphAsker(process.env, call.user);
    const report = await importFile(
      ask,
      { ...call, bytes, decide: duplicateDecider(call.duplicates, bar.pause) },
      bar.show,
    );
    bar.stop();
    process.stdout.write(importReport(report, call));
    if (report.problems.length > 0) return exitCodes.no;
    return report.undecided.length > 0 ? exitCodes.undecided : exitCodes.done;
  } catch (error) {
    if (error instanceof ImportRefused)
      throw new ExitError(exitCodes.refused, `${error.message} (${error.code})`, { cause: error });
    throw error;
  } finally {
    bar.stop();
  }
}

type Call = {
  file: string;
  municipality: string;
  user: string;
  confirm: boolean;
  duplicates: (typeof duplicateModes)[number];
};

function calledFor(): Call {
  const { values, positionals } = argumentsOf({
    allowPositionals: true,
    options: {
      municipality: { type: 'string' },
      as: { type: 'string' },
      confirm: { type: 'boolean' },
      duplicates: { type: 'string' },
    },
  });
  const [file] = positionals;
  const { municipality = '', as: user = 'miriam.vogt', confirm = false } = values;
  const duplicates = duplicateModes.find((mode) => mode === (values.duplicates ?? 'ask'));
  if (file === undefined) throw wrongCall('FILE is missing.');
  if (positionals.length > 1) throw wrongCall(`One file at a time: ${positionals.length} are named.`);
  if (municipality === '') throw wrongCall('--municipality is missing: whose list it is.');
  if (!/^\d{8}$/.test(municipality)) throw wrongCall(`--municipality ${municipality}: must be the AGS, eight digits.`);
  if (duplicates === undefined)
    throw wrongCall(`--duplicates ${values.duplicates ?? ''}: must be one of ${duplicateModes.join(', ')}.`);
  return { file, municipality, user, confirm, duplicates };
}

async function fileAt(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw wrongCall(`${path} cannot be read: is there such a file, and may you read it?`);
  }
}

function progressBar(order: AbortSignal): { show: OnImportProgress; pause: () => void; stop: () => void } {
  const bar = new SingleBar(
    { format: '{step} [{bar}] {value}/{total}', stream: process.stderr, clearOnComplete: true, hideCursor: true },
    Presets.legacy,
  );
  let current: ImportStep | undefined;
  const stop = (): void => {
    bar.stop();
    current = undefined;
  };
  return {
    show: (step, done, total) => {
      order.throwIfAborted();
      if (step !== current) bar.start(total, done, { step: labels[step].padEnd(11) });
      current = step;
      bar.setTotal(total);
      bar.update(done);
    },
    pause: stop,
    stop,
  };
}
