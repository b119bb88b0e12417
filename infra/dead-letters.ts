import { existsSync } from 'node:fs';
import { ConfigError, servicePorts, type ServiceName } from '#shared/config.ts';
import { every } from '#shared/documents/find-all.ts';
import { engineConfig } from '#shared/engine-settings.ts';
import { openEngines, type Engines } from '#shared/engines.ts';
import { createLog } from '#shared/log.ts';
import { inOrder, parkedIn, type Parked } from '#shared/parking.ts';
import { loadEnvFile } from './env-file.ts';
import { assertNotMoved } from '#shared/moved.ts';
import { services } from './house/ports.ts';

const usage = `npm run dead-letters -- list                     what could not be handled, per service
npm run dead-letters -- retry SERVICE AGGREGATE   the running service tries it again, in order
npm run dead-letters -- skip SERVICE AGGREGATE    it gives up on the first event that waits, and goes on with the others`;

loadEnvFile();
process.exitCode = await run(process.argv.slice(2)).catch(failed);

async function run([command = 'list', service, aggregate]: string[]): Promise<number> {
  if (command === 'list') return list();
  if ((command === 'retry' || command === 'skip') && isService(service) && aggregate !== undefined) return again(command, service, aggregate);
  return told(`${usage}\nServices: ${services.join(', ')}`);
}

async function list(): Promise<number> {
  const lines = (await Promise.all(services.map((name) => withParked(name, describe)))).flat();
  process.stdout.write(lines.length === 0 ? 'Nothing is parked: every service has handled what it heard.\n' : `${lines.join('\n')}\n`);
  return 0;
}

async function describe(parked: ReturnType<typeof parkedOf>, name: ServiceName): Promise<string[]> {
  const lines: string[] = [];
  for await (const lot of every(parked)) if (lot.waiting.length > 0) lines.push(lineOf(name, lot));
  return lines;
}

/** Ids and codes only: what an event says stays in the store. */
function lineOf(name: ServiceName, { id, topic, reason, parkedAt, waiting, retry: wanted }: Parked): string {
  return `${name}  ${id}  ${topic}  ${reason}  since ${parkedAt}  ${waiting.length} event${waiting.length === 1 ? '' : 's'} waiting${wanted ? '  (retry asked for)' : ''}`;
}

async function again(command: 'retry' | 'skip', name: ServiceName, id: string): Promise<number> {
  return withParked(name, async (parked) => {
    const lot = await parked.get(id);
    if (!lot || lot.waiting.length === 0) return told(`${name} has parked nothing of ${id}; "list" shows what is parked.`);
    const stamp = { requestId: 'dead-letters', at: new Date().toISOString() };
    const [first] = inOrder(lot);
    const skipped = command === 'skip' ? first : undefined;
    await parked.change(id, (now) => ({ state: { ...(now ?? lot), retry: true, askedAt: stamp.at, ...(skipped && { skip: skipped.position }) }, events: [] }), stamp);
    if (skipped) process.stdout.write(`${name} gives up on ${'message' in skipped ? `event ${skipped.message.sequence}, ${skipped.message.type}` : `what cannot be read at ${skipped.position}`}, of ${id}${lot.reason === 'GAP' ? ': on what is missing before it' : ''}.\n`);
    process.stdout.write(`${name} tries ${id} again within seconds, if it runs; "list" shows what is left.\n`);
    return 0;
  });
}

async function withParked<Result>(name: ServiceName, work: (parked: ReturnType<typeof parkedOf>, name: ServiceName) => Promise<Result>): Promise<Result> {
  const config = engineConfig(process.env);
  assertNotMoved(config);
  if (config.mongoUrl === undefined && !existsSync(config.dataDir)) throw new Error(`There is no data folder ${config.dataDir}: no house has been started there yet.`);
  const engines = await openEngines(name, config, createLog(name, 'silent'));
  try {
    return await work(parkedOf(engines), name);
  } finally {
    await engines.events.close();
    await engines.documents.close();
  }
}

function parkedOf({ documents }: Engines) {
  return parkedIn(documents);
}

function isService(name: string | undefined): name is ServiceName {
  return name !== undefined && name in servicePorts;
}

function told(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}

function failed(error: unknown): number {
  told(error instanceof Error ? error.message : 'The stores do not answer.');
  return error instanceof ConfigError ? 78 : 1;
}
