import type { Consumer } from 'kafkajs';
import type { Log } from '#shared/log.ts';

/** As a share of how long it may be silent. */
const TO_COME_BACK = 1.5;

export type WatchOf = {
  /** Without a fetch or a heartbeat for so long, the group has not been heard of. */
  silentMs: number;
  /** Whether the brokers answer somebody who connects anew. */
  answers: () => Promise<boolean>;
  log: Log;
  onDead: (reason: string) => void;
};

/**
 * Notices a consumer that lives and reads nothing: a crash from which the client does not restart, and a connection on
 * which nothing comes any more (tulios/kafkajs#1163). Brokers that are away are no reason: it reads on when they are
 * back.
 */
export function watch(consumer: Consumer, { silentMs, answers, log, onDead }: WatchOf): { stop: () => void } {
  let heardAt = performance.now();
  /** When the brokers were first seen to answer others while this one is silent. */
  let answeredAt: number | undefined;
  const heard = (): void => {
    heardAt = performance.now();
    answeredAt = undefined;
  };
  consumer.on(consumer.events.FETCH, heard);
  consumer.on(consumer.events.HEARTBEAT, heard);
  consumer.on(consumer.events.GROUP_JOIN, heard);
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    log.warn({ err: error, restart }, 'the reader of events failed');
    if (!restart) onDead(error.name);
  });
  let asking = false;
  const timer = setInterval(
    () => {
      if (asking || performance.now() - heardAt < silentMs) return;
      asking = true;
      void answers().then((there) => {
        asking = false;
        // They may be back only now: from then on it has time to find its way back, which takes the client up to half a
        // minute.
        if (!there) heard();
        else if (answeredAt === undefined) answeredAt = performance.now();
        else if (performance.now() - answeredAt >= silentMs * TO_COME_BACK && performance.now() - heardAt >= silentMs)
          onDead('silent');
      });
    },
    Math.min(5000, silentMs / 2),
  );
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
