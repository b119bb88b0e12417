import { serviceConfig, servicePorts, type ServiceName } from '#shared/config.ts';
import { openEngines, type Engines } from '#shared/engines.ts';
import { createLog } from '#shared/log.ts';
import { parkedSchema, type Parked } from '#shared/parking.ts';

const usage = `npm run dead-letters -- list                     what could not be handled, per service
npm run dead-letters -- retry SERVICE AGGREGATE   the running service tries it again, in order`;

const [command = 'list', service, aggregate] = process.argv.slice(2);
if (command === 'list') await list();
else if (command === 'retry' && isService(service) && aggregate !== undefined) await retry(service, aggregate);
else leave(usage);

async function list(): Promise<void> {
  const lines = (await Promise.all((Object.keys(servicePorts) as ServiceName[]).map((name) => withParked(name, describe)))).flat();
  process.stdout.write(lines.length === 0 ? 'Nothing is parked: every service has handled what it heard.\n' : `${lines.join('\n')}\n`);
}

async function describe(parked: ReturnType<typeof parkedOf>, name: ServiceName): Promise<string[]> {
  const lines: string[] = [];
  let after: string | undefined;
  for (let more = true; more; ) {
    const page = await parked.find({ first: 100, after });
    for (const { node } of page.edges) if (node.waiting.length > 0) lines.push(lineOf(name, node));
    more = page.hasNextPage;
    after = page.edges.at(-1)?.cursor;
  }
  return lines;
}

/** Ids and codes only: what an event says stays in the store. */
function lineOf(name: ServiceName, { id, topic, reason, parkedAt, waiting, retry: wanted }: Parked): string {
  return `${name}  ${id}  ${topic}  ${reason}  since ${parkedAt}  ${waiting.length} event${waiting.length === 1 ? '' : 's'} waiting${wanted ? '  (retry asked for)' : ''}`;
}

async function retry(name: ServiceName, id: string): Promise<void> {
  await withParked(name, async (parked) => {
    const lot = await parked.get(id);
    if (!lot || lot.waiting.length === 0) return leave(`${name} has parked nothing of ${id}; "list" shows what is parked.`);
    const stamp = { requestId: 'dead-letters', at: new Date().toISOString() };
    await parked.change(id, (now) => ({ state: { ...(now ?? lot), retry: true }, events: [] }), stamp);
    process.stdout.write(`${name} tries ${id} again within seconds, if it runs; "list" shows what is left.\n`);
  });
}

async function withParked<Result>(name: ServiceName, work: (parked: ReturnType<typeof parkedOf>, name: ServiceName) => Promise<Result>): Promise<Result> {
  const engines = await openEngines(serviceConfig(name, process.env), createLog(name, 'silent'));
  try {
    return await work(parkedOf(engines), name);
  } finally {
    await engines.events.close();
    await engines.documents.close();
  }
}

function parkedOf({ documents }: Engines) {
  return documents.collection('parked', parkedSchema);
}

function isService(name: string | undefined): name is ServiceName {
  return name !== undefined && name in servicePorts;
}

function leave(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
