import { randomUUID } from 'node:crypto';
import { consume } from '#shared/delivery/consume.ts';
import { openDocuments, openEvents } from '#shared/service/engines.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { createLog } from '#shared/log.ts';
import { startRelay } from '#shared/delivery/relay.ts';
import { books, copies, copying } from './book.ts';

/** One of several that publish and copy on the same engines, as the replicas of a service do. */
const config = JSON.parse(process.env.REPLICA ?? '{}') as EngineConfig;
const log = createLog('replica', 'silent');
const [documents, listening] = [await openDocuments('cases', config), await openDocuments('insights', config)];
const events = await openEvents('cases', config, log);
const relay = startRelay({ outboxes: [books(documents)], documents, events, log, replica: randomUUID() });
const consumer = await consume(copying(copies(listening)), { group: 'insights', documents: listening, events, log });
process.on('SIGTERM', () => void Promise.all([relay.stop(), consumer.stop()]).then(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
