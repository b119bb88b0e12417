import { assertInContract, type Contract, type EventOf, type Message } from '#shared/contracts/contract.ts';

export const grossRohrheim = '06431010';
export const fuerth = '06431007';

export type Committed = { topic: string; message: Message };

export type EventRecorder = {
  messages: Committed[];
  record: <C extends Contract>(contract: C, subject: string, event: EventOf<C>) => void;
};

/** Records what services say, in the order in which it is committed. Each aggregate counts its own events. */
export function eventRecorder(): EventRecorder {
  const sequences = new Map<string, number>();
  const messages: Committed[] = [];
  return {
    messages,
    record: (contract, subject, { type, data }) => {
      assertInContract(contract, { type, data });
      const sequence = (sequences.get(subject) ?? 0) + 1;
      sequences.set(subject, sequence);
      const time = new Date(Date.UTC(2026, 0, 1, 8, 0, messages.length)).toISOString();
      messages.push({
        topic: contract.topic,
        message: {
          id: `${subject}.${sequence}`,
          type,
          source: `/${contract.topic.split('.')[0] ?? ''}`,
          subject,
          sequence,
          time,
          requestid: 'r-1',
          data,
        },
      });
    },
  };
}
