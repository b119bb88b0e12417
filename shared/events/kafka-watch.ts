import type { Consumer } from 'kafkajs';

export type WatchOf = {
  /** Without a fetch or a heartbeat for so long, the group has not been heard of. */
  silentMs: number;
  /** Whether the brokers answer somebody who connects anew. */
  answers: () => Promise<boolean>;
  onDead: (reason: string) => void;
};

/**
 * Notices a consumer that lives and reads nothing: a crash from which the client does not restart, and a connection on
 * which nothing comes any more (tulios/kafkajs#1163). Brokers that are away are no reason: it reads on when they are back.
 */
export function watch(consumer: Consumer, { silentMs, answers, onDead }: WatchOf): { stop: () => void } {
  let heardAt = performance.now();
  const heard = (): void => void (heardAt = performance.now());
  consumer.on(consumer.events.FETCH, heard);
  consumer.on(consumer.events.HEARTBEAT, heard);
  consumer.on(consumer.events.GROUP_JOIN, heard);
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    if (!restart) onDead(error.name);
  });
  let asking = false;
  const timer = setInterval(() => {
    if (asking || performance.now() - heardAt < silentMs) return;
    asking = true;
    void answers().then((there) => {
      asking = false;
      // From when they are back, it has as long again.
      if (!there) heard();
      else if (performance.now() - heardAt >= silentMs) onDead('silent');
    });
  }, Math.min(5000, silentMs / 2));
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
