import {
  underPresentName,
  type Contract,
  type EventName,
  type Message,
  type Received,
} from '#shared/contracts/contract.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Delivery, Events, Subscription } from '#shared/events/events.ts';
import type { Log } from '#shared/log.ts';
import { Unavailable } from '#shared/refusal.ts';
import { parkedIn, parkingLot, type ParkingLot } from './parking.ts';
import { progress, type Progress } from './progress.ts';

/** What a service does when others say something: one handler per event name, each writing with `Collection.project`. */
export type Reaction = (event: Message) => Promise<void>;
export type Consumer = { contracts: readonly Contract[]; reactions: Record<string, Reaction[]> };

/** Makes a consumer of one contract. Each reaction is given the data as the contract has parsed and typed it. */
export function on<C extends Contract>(
  contract: C,
  reactions: { [Name in EventName<C>]?: (event: Received<C, Name>) => Promise<void> },
): Consumer {
  // `handle` parses the data by this contract before a reaction sees it.
  const untyped = Object.entries(reactions) as unknown as [string, Reaction][];
  return { contracts: [contract], reactions: Object.fromEntries(untyped.map(([name, react]) => [name, [react]])) };
}

/** Combines consumers to one. Several may react to the same contract: its topic is listened to once. */
export function combineConsumers(...consumers: readonly Consumer[]): Consumer {
  const reactions: Consumer['reactions'] = {};
  for (const consumer of consumers) {
    for (const [name, react] of Object.entries(consumer.reactions))
      reactions[name] = [...(reactions[name] ?? []), ...react];
  }
  return { contracts: [...new Set(consumers.flatMap(({ contracts }) => contracts))], reactions };
}

export type Consuming = Subscription & {
  /** Handles parked aggregates again whose retry an operator asked for. Returns how many events were handled. */
  retryParked: () => Promise<number>;
};

const ATTEMPTS = 3;

type Desk = { consumer: Consumer; lot: ParkingLot; position: Progress; log: Log };

/**
 * Receives every event of the contracts once in effect: in order for each aggregate, duplicates recognised. What cannot
 * be handled parks its aggregate with everything that follows for it; the others go on.
 */
export async function consume(
  consumer: Consumer,
  { group, documents, events, log }: { group: string; documents: Documents; events: Events; log: Log },
): Promise<Consuming> {
  const desk: Desk = { consumer, lot: parkingLot(documents, events, group), position: progress(documents), log };
  // Everything is declared by now.
  await documents.ready();
  await events.ready(consumer.contracts.flatMap(({ topic }) => [topic, `${topic}.dead-letter`]));
  const subscription = await events.subscribe({
    topics: consumer.contracts.map(({ topic }) => topic),
    group,
    handle: (delivery) =>
      receive(desk, delivery).catch((error: unknown) => {
        log.warn({ err: error, topic: delivery.topic, position: delivery.position }, 'event waits');
        throw error;
      }),
  });
  return {
    stop: () => subscription.stop(),
    retryParked: () =>
      desk.lot.retry({
        handle: (delivery) => handleDelivery(desk, delivery),
        giveUp: (delivery) => giveUp(desk, delivery),
      }),
  };
}

/** What every consumer keeps for itself in its service's store, for those who make the store ready before it starts. */
export function declareConsuming(documents: Documents): void {
  parkedIn(documents);
  progress(documents);
}

/** Parked aggregates stay in line: what follows a parked event waits behind it. */
async function receive(desk: Desk, delivery: Delivery): Promise<void> {
  if (await desk.lot.parkedBehind(delivery)) return;
  const problem = await handleDelivery(desk, delivery);
  if (problem === undefined) return;
  desk.log.error({ topic: delivery.topic, position: delivery.position, problem }, 'event parked');
  await desk.lot.park(delivery, problem);
}

/** Undefined when the event had its effect, now or before; otherwise why it never will as things are. */
export async function handleDelivery(
  { consumer, position, log }: Omit<Desk, 'lot'>,
  delivery: Delivery,
): Promise<string | undefined> {
  if ('unreadable' in delivery) return 'UNREADABLE';
  const { topic, message } = delivery;
  const last = await position.of(message.subject);
  if (message.sequence <= last) return undefined;
  if (message.sequence > last + 1) return 'GAP';

  const event = accepted(consumer, topic, message);
  if (event === undefined) return 'BREAKS_CONTRACT';
  const problem = await attempt(consumer.reactions[event.type] ?? [], event, log);
  if (problem === undefined) await position.advance(message);
  return problem;
}

/** At an operator's request: skips the event, so that its effect is lost; at a gap, skips the missing events and handles this one. */
async function giveUp(desk: Desk, delivery: Delivery): Promise<string | undefined> {
  desk.log.warn({ topic: delivery.topic, position: delivery.position }, 'event given up on');
  if ('unreadable' in delivery) return undefined;
  const { message } = delivery;
  if (message.sequence <= (await desk.position.of(message.subject)) + 1) {
    await desk.position.advance(message);
    return undefined;
  }
  await desk.position.advance({ ...message, sequence: message.sequence - 1 });
  return handleDelivery(desk, delivery);
}

/** Returns the event as the contract reads it, under its present name; undefined when it breaks the contract. Unknown names pass by. */
function accepted({ contracts }: Consumer, topic: string, message: Message): Message | undefined {
  const contract = contracts.find((each) => each.topic === topic);
  if (!contract) return message;
  const event = underPresentName(contract, message);
  const rule = contract.events[event.type];
  if (!rule) return event;
  const { data } = rule.data.safeParse(event.data);
  return data && { ...event, data };
}

async function attempt(reactions: Reaction[], message: Message, log: Log): Promise<string | undefined> {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    try {
      for (const react of reactions) await react(message);
      return undefined;
    } catch (error) {
      // An outage holds back everything until it is over; anything else is about this event.
      if (error instanceof Unavailable) throw error;
      log.warn({ err: error, type: message.type }, 'event could not be handled');
    }
  }
  return 'HANDLER_FAILED';
}
