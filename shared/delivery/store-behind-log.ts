import type { Message } from '#shared/contracts/contract.ts';

/** The store is older than the log: what it would say next was said before, and whoever had the first would pass over it. */
export class StoreBehindLog extends Error {
  constructor(topic: string, { said, known }: { said: Message; known: number }) {
    super(
      `${topic} is ahead of the store: it has event ${said.sequence} of ${said.subject}, the store ${known === 0 ? 'none' : `${known} of them`}. Was the store restored to an earlier time? Stop all services and run "node infra/node24.mjs infra/operate/compare-log.ts --continue"`,
    );
    this.name = 'StoreBehindLog';
  }
}
