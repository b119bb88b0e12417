import type { Consumer } from 'kafkajs';
import type { Log } from '#shared/log.ts';

/** The time that a consumer has to come back to brokers that answer again, as a share of the time of silence. */
const COME_BACK_SHARE = 1.5;

export type ConsumerWatch = {
  /** A consumer without a fetch or a heartbeat for so long counts as silent. */
  silentMs: number;
  /** Resolves with true when the brokers answer on a new connection. */
  brokersAnswer: () => Promise<boolean>;
  log: Log;
  onDead: (reason: string) => void;
};

/**
 * Notices a consumer that lives and reads nothing: after a crash from which the client does not restart, or on a
 * connection on which nothing comes any more (tulios/kafkajs#1163). Brokers that are away are no reason: the consumer
 * reads on when they are back.
 */
export function watchConsumer(
  consumer: Consumer,
  { silentMs, brokersAnswer, log, onDead }: ConsumerWatch,
): { stop: () => void } {
  let heardAt = performance.now();
  /** The moment at which the brokers were first seen to answer others while this consumer is silent. */
  let answeredAt: number | undefined;
  const noteSign = (): void => {
    heardAt = performance.now();
    answeredAt = undefined;
  };
  watchEvents(consumer, { noteSign, log, onDead });
  const isSilentFor = (ms: number, since: number): boolean => performance.now() - since >= ms;
  const check = async (): Promise<void> => {
    // They may be back only now: from then on the consumer has time to find its way back, which takes the client up to
    // half a minute.
    if (!(await brokersAnswer())) noteSign();
    else if (answeredAt === undefined) answeredAt = performance.now();
    else if (isSilentFor(silentMs * COME_BACK_SHARE, answeredAt) && isSilentFor(silentMs, heardAt)) onDead('silent');
  };
  let isChecking = false;
  const timer = setInterval(
    () => {
      if (isChecking || !isSilentFor(silentMs, heardAt)) return;
      isChecking = true;
      void check().finally(() => (isChecking = false));
    },
    Math.min(5000, silentMs / 2),
  );
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

function watchEvents(
  consumer: Consumer,
  { noteSign, log, onDead }: { noteSign: () => void; log: Log; onDead: (reason: string) => void },
): void {
  for (const sign of ['FETCH', 'HEARTBEAT', 'GROUP_JOIN'] as const) consumer.on(consumer.events[sign], noteSign);
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    log.warn({ err: error, restart }, 'the reader of events failed');
    if (!restart) onDead(error.name);
  });
}
