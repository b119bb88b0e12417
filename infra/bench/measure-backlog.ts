import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Presets, SingleBar } from 'cli-progress';
import { consume, declareConsuming } from '#shared/delivery/consume.ts';
import { messageSchema, type Message } from '#shared/contracts/contract.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { openDocuments, openEvents } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import { insightsService } from '../../services/insights/service.ts';
import type { Measured } from './table.ts';
import type { BenchSetup } from './setup.ts';

const BATCH = 100;
const LIMIT_SECONDS = 300;
const topic = employerEvents.topic;
const example = messageSchema.parse(
  JSON.parse(
    readFileSync(
      new URL('../../shared/contracts/corpus/employers.events/employer.leadReported.v1.json', import.meta.url),
      'utf8',
    ),
  ),
);

/** Measures how fast a backlog of so many events is published, and taken in by the insights service. */
export async function measureBacklog({ name, config }: BenchSetup, wanted: number): Promise<Measured[]> {
  const log = createLog('bench', 'silent');
  const documents = await openDocuments('insights', config);
  const events = await openEvents('insights', config, log);
  const { consumer } = insightsService(documents);
  declareConsuming(documents);
  await documents.prepare();
  // What is there of a house before is not counted.
  const before = await events.lag('insights', [topic]);
  const published = await timed({ what: `${name}: publishing`, wanted }, async (progress) => {
    for (let n = 0; n < wanted; n += BATCH) {
      await events.publish(
        topic,
        Array.from({ length: Math.min(BATCH, wanted - n) }, (_, index) => eventOf(n + index)),
      );
      progress(n);
    }
  });
  const consuming = await consume(consumer, { group: 'insights', documents, events, log });
  const drained = await timed({ what: `${name}: taking in`, wanted }, async (progress) => {
    for (let left = wanted + before; left > 0; left = await events.lag('insights', [topic])) {
      progress(Math.max(0, wanted - left));
      await pause(200);
    }
  });
  await consuming.stop();
  await Promise.all([events.close(), documents.close()]);
  return [
    { figure: 'events published', value: Math.round(wanted / published), unit: '/s' },
    { figure: 'events taken in by insights', value: Math.round(wanted / drained), unit: '/s' },
    { figure: `backlog of ${wanted} drained`, value: Math.round(drained), unit: 's', limit: LIMIT_SECONDS },
  ];
}

/** Builds an event of an aggregate of its own, as leads are. */
function eventOf(n: number): Message {
  const subject = `bench-lead-${n}`;
  return { ...example, id: `${subject}.1`, subject, sequence: 1 };
}

async function timed(
  { what, wanted }: { what: string; wanted: number },
  work: (progress: (done: number) => void) => Promise<void>,
): Promise<number> {
  const bar = new SingleBar(
    { format: `  ${what}  {bar} {percentage}% · {value} of {total}`, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(wanted, 0);
  const startedAt = performance.now();
  await work((done) => bar.update(done));
  bar.stop();
  return (performance.now() - startedAt) / 1000;
}
