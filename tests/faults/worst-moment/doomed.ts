import { consume } from '#shared/delivery/consume.ts';
import { openDocuments, openEvents } from '#shared/service/engines.ts';
import type { Events } from '#shared/events/events.ts';
import { createLog } from '#shared/log.ts';
import { startRelay } from '#shared/delivery/relay.ts';
import { books, contract, copies, copying, write, type Doomed, type BookEntry } from './book.ts';

/**
 * A process that does one part of the work with the real relay and consumer, on ports that end it at the worst moment.
 */
const { moment, config, nth } = JSON.parse(process.env.DOOMED ?? '{}') as Doomed;
const log = createLog('doomed', 'silent');
let left = nth;
const worst = (): void => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};

if (moment === 'between publish and mark') {
  const documents = await openDocuments('cases', config);
  const events = await openEvents('cases', config, log);
  const dying: Events = {
    ...events,
    publish: async (topic, messages) => {
      await events.publish(topic, messages);
      worst();
    },
  };
  startRelay({ outboxes: [books(documents)], documents, events: dying, log, replica: 'the-one-relay' });
} else if (moment === 'between effect and offset') {
  const documents = await openDocuments('insights', config);
  const events = await openEvents('insights', config, log);
  const dying: Events = {
    ...events,
    subscribe: ({ topics, group, handle }) =>
      events.subscribe({
        topics,
        group,
        handle: async (delivery) => {
          await handle(delivery);
          worst();
        },
      }),
  };
  await consume(copying(copies(documents)), { group: 'insights', documents, events: dying, log });
} else {
  const collection = books(await openDocuments('cases', config));
  process.on('message', (entry: BookEntry) => {
    if (moment === 'before the write') worst();
    void write(collection, entry).then(() => {
      if (moment === 'between write and answer') worst();
      process.send?.(entry.key);
    });
  });
}
process.send?.(`ready for ${contract.topic}`);
process.on('disconnect', () => process.exit(0));
