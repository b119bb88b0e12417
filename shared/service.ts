import { ConfigError, type ServiceName } from '#shared/config.ts';
import { consume, declareConsuming, type Consumer, type Consuming } from '#shared/consume.ts';
import type { Collection, Documents, Identified } from '#shared/documents/documents.ts';
import { openEngines } from '#shared/engines.ts';
import { listening } from '#shared/listening.ts';
import { createLog, type Log } from '#shared/log.ts';
import { NotProvisioned } from '#shared/not-provisioned.ts';
import { Unavailable } from '#shared/refusal.ts';
import { startRelay, type Relay, type RelayOf } from '#shared/relay.ts';
import { assertStoreKnowsLog, lostIn, StoreBehindLog } from '#shared/restored.ts';
import { startSubgraph } from '#shared/serve.ts';
import { serviceConfig, type ServiceConfig } from '#shared/service-config.ts';
import type { Graph } from '#shared/subgraph.ts';

/** What a service is made of, once it has its documents. */
export type Service<Context extends object> = {
  graph: Graph<Context>;
  /** The collections that say events. */
  aggregates: (RelayOf['collections'][number] & Pick<Collection<Identified>, 'sequenceOf'>)[];
  consumer: Consumer;
  /** Work that nobody asks for, e.g. going on with what a crash left behind. One round at a time, about every second. */
  background?: (() => Promise<void>)[];
};

/** What whoever started us is told: with a wrong configuration starting again does not help, with an engine that is away it does. */
const exits = { config: 78, unavailable: 69 } as const;

/** Starts a service from the environment and stops it, in reverse order, when it is told to. */
export async function runService<Context extends object>(name: ServiceName, build: (documents: Documents, log: Log) => Service<Context>): Promise<void> {
  const config = configured(name);
  const log = createLog(name, config.logLevel);
  const { documents, events, replica } = await openEngines(name, config.engines, log).catch((error: unknown) => leave(error, config));
  const { graph, aggregates, consumer, background = [] } = build(documents, log);
  declareConsuming(documents);
  const lost = lostIn(documents);
  await documents.ready().catch((error: unknown) => leave(error, config));
  let relay: Relay | undefined;
  const listen = async (): Promise<Consuming> => {
    await events.ready(aggregates.flatMap(({ topic }) => topic ?? []));
    // Nothing is published before: what a restored store says a second time, nobody hears.
    if (!relay) await assertStoreKnowsLog({ aggregates, lost, events });
    relay ??= startRelay({ collections: aggregates, documents, events, log, replica });
    return consume(consumer, { group: name, documents, events, log });
  };
  const consuming = await listening(listen, { log, onFailed: (error) => leave(error, config) });
  const rounds = everySecond([async () => void (await consuming.retryParked()), ...background], log);
  // Without the log it answers and takes commands; without its store it does neither.
  const server = await startSubgraph(graph, { config, log, healthy: () => documents.ping() }).catch((error: unknown) => leave(error, config));
  log.info({ port: config.port }, 'ready');

  onStop(async () => {
    await server.stop();
    await rounds.stop();
    await consuming.stop();
    await relay?.stop();
    await events.close();
    await documents.close();
    log.info('stopped');
  });
}

export type { Consuming };

function configured(name: ServiceName): ServiceConfig {
  try {
    return serviceConfig(name, process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${name}: ${error.message}\n`);
    process.exit(exits.config);
  }
}

/** One line that says why, for whoever started us. */
function leave(error: unknown, { service, port }: ServiceConfig): never {
  const said = (line: string, code: number): never => {
    process.stderr.write(`${service}: ${line}\n`);
    process.exit(code);
  };
  if (error instanceof NotProvisioned || error instanceof StoreBehindLog) return said(error.message, exits.config);
  if (error instanceof Unavailable) return said(error.message, exits.unavailable);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return said(`port ${port} is taken; set ${service.toUpperCase()}_PORT to another one`, exits.config);
  throw error;
}

function everySecond(tasks: (() => Promise<void>)[], log: Log): { stop: () => Promise<void> } {
  let current: Promise<void> = Promise.resolve();
  let busy = false;
  const round = async (): Promise<void> => {
    for (const task of tasks) await task().catch((error: unknown) => log.error({ err: error }, 'background work failed; it is tried again'));
    busy = false;
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    current = round();
  }, 1000);
  return {
    stop: async () => {
      clearInterval(timer);
      await current;
    },
  };
}

/** Stops once, however often it is asked to; a stop that hangs ends after ten seconds all the same. */
function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    stop().then(() => process.exit(0), () => process.exit(1));
  };
  // `disconnect`: whoever started us is gone.
  process.on('SIGTERM', once).on('SIGINT', once).on('disconnect', once);
  // Gone while we were starting: the event is over. Without a channel this is undefined, whatever its type says.
  const connected = process.connected as boolean | undefined;
  if (connected === false) once();
}
