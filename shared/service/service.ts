import { portSetting, type ServiceName } from '#shared/settings/settings.ts';
import { cannotStart } from './cannot-start.ts';
import { checkFiles } from './check-files.ts';
import { consume, declareConsuming, type Consumer, type Consuming } from '#shared/delivery/consume.ts';
import type { Collection, Documents, Identified } from '#shared/documents/documents.ts';
import { filesOf, openEngines, type Engines } from './engines.ts';
import { everySecond } from './every-second.ts';
import { publicKeysIn } from '#shared/identity/keys.ts';
import { startConsuming } from './start-consuming.ts';
import { createLog, type Log } from '#shared/log.ts';
import { onStop, waitAtMost } from './on-stop.ts';
import { watchStore, type StoreWatch } from './store-watch.ts';
import type { Outbox } from '#shared/delivery/publish-pending.ts';
import { startRelay, type Relay } from '#shared/delivery/relay.ts';
import { assertStoreKnowsLog, lostAggregates } from '#shared/delivery/store-behind-log.ts';
import { startSubgraph, type RunningSubgraph } from '#shared/graph/subgraph-over-http.ts';
import { serviceConfig, type ServiceConfig } from '#shared/settings/service-settings.ts';
import type { SubgraphDefinition } from '#shared/graph/subgraph.ts';

/** The parts of a service, once it has its documents. */
export type Service<Context extends object> = {
  graph: SubgraphDefinition<Context>;
  /** The collections whose changes publish events. */
  aggregates: (Outbox & Pick<Collection<Identified>, 'sequenceOf'>)[];
  consumer: Consumer;
  /** Brings what a former version has stored into the shape of today, before anything is answered or consumed. */
  carryOver?: () => Promise<void>;
  /** Work that nobody asks for, e.g. resuming what a crash interrupted. One round at a time, about every second. */
  background?: (() => Promise<void>)[];
};

/** The parts that run so far. */
type Parts = {
  engines: Engines;
  relay: Relay;
  consuming: Consuming;
  rounds: { stop: () => Promise<void> };
  server: RunningSubgraph;
  log: Log;
};
type Fail = (error: unknown) => Promise<never>;

/**
 * The milliseconds that a stop waits for each part before it goes on: together less than the time after which the
 * process is killed.
 */
const PATIENCE = { server: 3000, listening: 6500, parts: 10_000, relay: 1000, engine: 500, all: 11_800 } as const;

/** Starts a service from the environment and stops it, in reverse order, when it is told to. */
export async function runService<Context extends object>(
  name: ServiceName,
  build: (documents: Documents, log: Log) => Service<Context>,
): Promise<void> {
  const parts: Partial<Parts> = {};
  const stopping = onStop(() => stopParts(parts), PATIENCE.all);
  let config: ServiceConfig | undefined;
  // A part that fails after a stop was asked for has lost what it stood on.
  const fail: Fail = async (error) =>
    stopping.asked() ? new Promise<never>(() => undefined) : exitWithReason(name, error, config);
  try {
    config = serviceConfig(name, process.env);
    await start(config, build, { parts, fail });
  } catch (error) {
    await fail(error);
  }
}

/** Starts the parts of a service and notes each as soon as it runs. */
async function start<Context extends object>(
  config: ServiceConfig,
  build: (documents: Documents, log: Log) => Service<Context>,
  { parts, fail }: { parts: Partial<Parts>; fail: Fail },
): Promise<void> {
  const { service: name, port } = config;
  const log = (parts.log = createLog(name, config.logLevel));
  const keys = publicKeysIn(config.internalPublicKeyFile);
  const { documents, events, replica } = (parts.engines = await openEngines(name, config.engines, log));
  const { graph, aggregates, consumer, carryOver, background = [] } = build(documents, log);
  declareConsuming(documents);
  const lost = lostAggregates(documents);
  await documents.ready();
  await carryOver?.();
  const listen = async (): Promise<Consuming> => {
    await events.ready(aggregates.flatMap(({ topic }) => topic ?? []));
    // Nothing is published before: events that a restored store publishes a second time, nobody receives.
    if (!parts.relay) await assertStoreKnowsLog({ aggregates, lost, events });
    parts.relay ??= startRelay({ outboxes: aggregates, documents, events, log, replica });
    return consume(consumer, { group: name, documents, events, log });
  };
  const consuming = (parts.consuming = await startConsuming(listen, { log, onFailed: (error) => void fail(error) }));
  const { look, readiness } = storeWatch(config, documents, log);
  parts.rounds = everySecond([look, async () => void (await consuming.retryParked()), ...background], log);
  // Without the log it answers and takes commands; without its store it does neither.
  parts.server = await startSubgraph(graph, { config, keys, log, readiness });
  log.info({ port }, 'ready');
}

/** Begins to check the files of a service and to watch over the room they have. */
function storeWatch({ service, engines, roomBytes }: ServiceConfig, documents: Documents, log: Log): StoreWatch {
  const files = filesOf(service, engines);
  const room = Object.keys(files).length > 0 ? { folder: engines.dataDir, margin: roomBytes } : undefined;
  return watchStore({ documents, log, room, damage: checkFiles(files, log).damage });
}

/** Stops the server first; then received events have their effect, and committed ones are published. */
async function stopParts({ engines, relay, consuming, rounds, server, log }: Partial<Parts>): Promise<void> {
  const end = performance.now() + PATIENCE.parts;
  await waitAtMost(PATIENCE.server, server?.stop());
  await waitAtMost(PATIENCE.listening, Promise.all([rounds?.stop(), consuming?.stop()]));
  await waitAtMost(Math.max(PATIENCE.relay, end - performance.now()), relay?.stop());
  await waitAtMost(PATIENCE.engine, engines?.events.close());
  await waitAtMost(PATIENCE.engine, engines?.documents.close());
  log?.info('stopped');
}

/** Ends the process with one line that gives the reason. */
function exitWithReason(name: ServiceName, error: unknown, config: ServiceConfig | undefined): never {
  const reason = cannotStart(error, {
    host: config?.host ?? '',
    port: config?.port ?? 0,
    portSetting: portSetting(name),
  });
  if (reason === undefined) throw error;
  process.stderr.write(`${name}: ${reason.line}\n`);
  process.exit(reason.code);
}
