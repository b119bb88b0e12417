import type { Message } from '#shared/contracts/contract.ts';

/** Builds an event by its id, e.g. `p-1.2`: the second one of the aggregate `p-1`. */
export function messageOf(id: string, changes: Partial<Message> = {}): Message {
  const [subject = '', sequence] = id.split('.');
  return {
    id,
    type: 'person.updated',
    source: '/people',
    subject,
    sequence: Number(sequence),
    time: '2026-03-01T09:00:00.000Z',
    requestid: 'r',
    data: {},
    ...changes,
  };
}
