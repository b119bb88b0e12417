import { existsSync } from 'node:fs';
import { checkFile } from '#shared/documents/sqlite/check-file.ts';
import { filesOf } from '#shared/service/engines.ts';
import { exitCodes, type ExitCode } from '#shared/service/exit-codes.ts';
import { services } from '../house/ports.ts';
import { argumentsOf, runProgram, say } from './command-line.ts';
import { houseEngines } from './house-engines.ts';

await runProgram({
  usage: 'npm run check-stores   whether every file of the house is whole; the house may run',
  whenStopped: 'Stopped before all files were checked. Call it again.',
  run,
});

/** Checks file by file; engines see to their own. What to do about what it finds is in infra/README.md. */
async function run(stop: AbortSignal): Promise<ExitCode> {
  argumentsOf({ options: {} });
  const config = houseEngines(process.env);
  const files = new Map(services.flatMap((service) => Object.entries(filesOf(service, config))));
  let damaged = 0;
  for (const [name, file] of [...files].filter(([, path]) => existsSync(path))) {
    stop.throwIfAborted();
    const { problems } = await checkFile(file);
    if (problems.length > 0) damaged += 1;
    say([`${name}: ${problems.length === 0 ? 'whole' : 'damaged'}`, ...problems.map((line) => `  ${line}`)].join('\n'));
  }
  if (config.mongoUrl !== undefined)
    say('MongoDB looks after its own files: see its log, and "validate" in its shell.');
  if (config.kafka !== undefined) say('Kafka looks after its own files: see the logs of the brokers.');
  say(damaged === 0 ? 'Every file is whole.' : `Damaged files: ${damaged}. infra/README.md says what to do.`);
  return damaged === 0 ? exitCodes.done : exitCodes.no;
}
