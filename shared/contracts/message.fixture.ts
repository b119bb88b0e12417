import type { Message } from './contract.ts';

/** Makes an event of an aggregate, about a course unless told otherwise. */
export function messageAbout(subject: string, sequence: number, changes: Partial<Message> = {}): Message {
  return {
    id: `${subject}.${sequence}`,
    type: 'course.changed',
    source: '/courses',
    subject,
    sequence,
    time: '2026-03-01T09:00:00.000Z',
    requestid: 'r-1',
    data: {},
    ...changes,
  };
}
