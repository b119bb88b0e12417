import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { SingleBar, Presets } from 'cli-progress';
import { duplicateDecider, duplicateModes } from './import-duplicates.ts';
import { loadEnvFile } from './env-file.ts';
import { ImportRefused } from './import-answers.ts';
import { importFile, type ImportStep, type OnProgress } from './import-file.ts';
import { importReport } from './import-report.ts';
import { graphAsker } from './import-graph.ts';

const usage = `npm run import -- FILE --municipality AGS [--as USER] [--confirm] [--duplicates ask|new|same|skip]

  FILE            a list of recipients as CSV: UTF-8, separated by ; or ,
  --municipality  the municipality of everybody on the list, eight digits, e.g. 06431010
  --as            the demo user who imports; needs the house's own token issuer. Default: miriam.vogt
  --confirm       take the list over when it has no problem and nothing is undecided
  --duplicates    what to do about possible duplicates: ask (default at a terminal), or decide all the same way

Environment: GATEWAY_URL (else this machine at GATEWAY_PORT), KURZE_WEGE_TOKEN (a token to use instead of --as)
Ends with 0: done · 1: the file has problems · 2: possible duplicates are undecided · 64: wrong call · 69: the house does not answer · 77: refused
`;

/** What the shell is told. */
const exits = { done: 0, problems: 1, undecided: 2, usage: 64, unavailable: 69, refused: 77 } as const;

async function run(): Promise<number> {
  const call = parsedCall();
  if (typeof call === 'string') {
    process.stderr.write(`${call}\n\n${usage}`);
    return exits.usage;
  }
  const bar = progressBar();
  try {
    const bytes = await fileAt(call.file);
    const ask = await graphAsker(process.env, call.user);
    const report = await importFile(ask, { ...call, bytes, decide: duplicateDecider(call.duplicates, bar.pause) }, bar.show);
    bar.stop();
    process.stdout.write(importReport(report, call));
    if (report.problems.length > 0) return exits.problems;
    return report.undecided.length > 0 ? exits.undecided : exits.done;
  } catch (error) {
    bar.stop();
    return failed(error);
  }
}

type Call = { file: string; municipality: string; user: string; confirm: boolean; duplicates: (typeof duplicateModes)[number] };

/** What was asked for, or what is wrong with the way it was. */
function parsedCall(): Call | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { municipality: { type: 'string' }, as: { type: 'string' }, confirm: { type: 'boolean' }, duplicates: { type: 'string' } },
    });
    const [file] = positionals;
    const { municipality = '', as: user = 'miriam.vogt', confirm = false } = values;
    const duplicates = duplicateModes.find((mode) => mode === (values.duplicates ?? 'ask'));
    if (file === undefined) return 'FILE is missing.';
    if (positionals.length > 1) return `One file at a time: ${positionals.length} are named.`;
    if (municipality === '') return '--municipality is missing: whose list it is.';
    if (!/^\d{8}$/.test(municipality)) return `--municipality ${municipality}: must be the AGS, eight digits.`;
    if (duplicates === undefined) return `--duplicates ${values.duplicates ?? ''}: must be one of ${duplicateModes.join(', ')}.`;
    return { file, municipality, user, confirm, duplicates };
  } catch (error) {
    return error instanceof Error ? error.message : 'The call is not understood.';
  }
}

async function fileAt(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new UnreadableFile(`${path} cannot be read: is there such a file, and may you read it?`);
  }
}

class UnreadableFile extends Error {}

const labels: Record<ImportStep, string> = { SENDING: 'sending', CHECKING: 'checking', TAKING_OVER: 'taking over' };

function progressBar(): { show: OnProgress; pause: () => void; stop: () => void } {
  const bar = new SingleBar({ format: '{step} [{bar}] {value}/{total}', stream: process.stderr, clearOnComplete: true, hideCursor: true }, Presets.legacy);
  let current: ImportStep | undefined;
  const stop = (): void => {
    bar.stop();
    current = undefined;
  };
  return {
    show: (step, done, total) => {
      if (step !== current) bar.start(total, done, { step: labels[step].padEnd(11) });
      current = step;
      bar.setTotal(total);
      bar.update(done);
    },
    pause: stop,
    stop,
  };
}

function failed(error: unknown): number {
  if (error instanceof ImportRefused) {
    process.stderr.write(`${error.message} (${error.code})\n`);
    return exits.refused;
  }
  process.stderr.write(`${error instanceof Error ? error.message : 'the import failed'}\n`);
  return error instanceof UnreadableFile ? exits.usage : exits.unavailable;
}

loadEnvFile();
process.exitCode = await run();
