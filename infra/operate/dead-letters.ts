import { servicePorts, type ServiceName } from '#shared/settings/settings.ts';
import { eachDocument } from '#shared/documents/find-all.ts';
import { openEngines, type Engines } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import { deliveriesInOrder, parkedAggregates, type Parked } from '#shared/delivery/parked.ts';
import { argumentsOf, complain, runProgram, say, wrongCall } from './command-line.ts';
import { exitCodes, type ExitCode } from '#shared/service/exit-codes.ts';
import { houseEngines } from './house-engines.ts';
import { services } from '../house/ports.ts';

const usage = `npm run dead-letters -- list                     what could not be handled, per service
npm run dead-letters -- retry SERVICE AGGREGATE   the running service tries it again, in order
npm run dead-letters -- skip SERVICE AGGREGATE    it gives up on the first event that waits, and goes on with the others
SERVICE is one of ${services.join(', ')}.`;

await runProgram({ usage, whenStopped: 'Stopped. What was asked for before is kept; "list" shows it.', run });

async function run(stop: AbortSignal): Promise<ExitCode> {
  const {
    positionals: [command = 'list', service, aggregate, ...more],
  } = argumentsOf({ allowPositionals: true, options: {} });
  if (more.length > 0) throw wrongCall(`${more.join(' ')}: one aggregate at a time.`);
  if (command === 'list' && service === undefined) return list(stop);
  if (command !== 'retry' && command !== 'skip')
    throw wrongCall(command === 'list' ? '"list" is of all services.' : `${command}: there is no such command.`);
  if (!isService(service)) throw wrongCall(`${service ?? 'SERVICE is missing'}: there is no such service.`);
  if (aggregate === undefined) throw wrongCall('AGGREGATE is missing: its id, as "list" shows it.');
  return again(command, service, aggregate);
}

async function list(stop: AbortSignal): Promise<ExitCode> {
  const lines: string[] = [];
  for (const name of services) {
    stop.throwIfAborted();
    lines.push(...(await withParked(name, describe)));
  }
  say(lines.length === 0 ? 'Nothing is parked: every service has handled what it heard.' : lines.join('\n'));
  return exitCodes.done;
}

async function describe(parked: ReturnType<typeof parkedOf>, name: ServiceName): Promise<string[]> {
  const lines: string[] = [];
  for await (const lot of eachDocument(parked)) if (lot.waiting.length > 0) lines.push(lineOf(name, lot));
  return lines;
}

/** Describes what is parked, by ids and codes only: what an event says stays in the store. */
function lineOf(name: ServiceName, { id, topic, reason, parkedAt, waiting, retry: wanted }: Parked): string {
  return (
    `${name}  ${id}  ${topic}  ${reason}  since ${parkedAt}  ${waiting.length} ` +
    `event${waiting.length === 1 ? '' : 's'} waiting${wanted ? '  (retry asked for)' : ''}`
  );
}

async function again(command: 'retry' | 'skip', name: ServiceName, id: string): Promise<ExitCode> {
  return withParked(name, async (parked) => {
    const lot = await parked.get(id);
    if (!lot || lot.waiting.length === 0) {
      complain(`${name} has parked nothing of ${id}; "list" shows what is parked.`);
      return exitCodes.no;
    }
    const stamp = { requestId: 'dead-letters', at: new Date().toISOString() };
    const [first] = deliveriesInOrder(lot);
    const skipped = command === 'skip' ? first : undefined;
    await parked.change(
      id,
      (now) => ({
        state: { ...(now ?? lot), retry: true, askedAt: stamp.at, ...(skipped && { skip: skipped.position }) },
        events: [],
      }),
      stamp,
    );
    const gap = lot.reason === 'GAP' ? ': on what is missing before it' : '';
    if (skipped) say(`${name} gives up on ${described(skipped)}, of ${id}${gap}.`);
    say(`${name} tries ${id} again within seconds, if it runs; "list" shows what is left.`);
    return exitCodes.done;
  });
}

function described(skipped: ReturnType<typeof deliveriesInOrder>[number]): string {
  return 'message' in skipped
    ? `event ${skipped.message.sequence}, ${skipped.message.type}`
    : `what cannot be read at ${skipped.position}`;
}

async function withParked<Result>(
  name: ServiceName,
  work: (parked: ReturnType<typeof parkedOf>, name: ServiceName) => Promise<Result>,
): Promise<Result> {
  const engines = await openEngines(name, houseEngines(process.env), createLog(name, 'silent'));
  try {
    return await work(parkedOf(engines), name);
  } finally {
    await engines.events.close();
    await engines.documents.close();
  }
}

function parkedOf({ documents }: Engines) {
  return parkedAggregates(documents);
}

function isService(name: string | undefined): name is ServiceName {
  return name !== undefined && name in servicePorts;
}
