import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { Message } from '#shared/contracts/contract.ts';
import { deliveryOf, parseJson } from '#shared/events/delivery-of.ts';
import type { Delivery } from '#shared/events/events.ts';

/**
 * CloudEvents 1.0 in Kafka's binary mode: attributes in `ce_*` headers, the data as JSON in the value, the aggregate's
 * id as key.
 */
export function recordOf({ data, ...attributes }: Message): { key: string; value: string; headers: IHeaders } {
  const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, String(value)]));
  return {
    key: attributes.subject,
    value: JSON.stringify(data),
    headers: {
      ...headers,
      ce_specversion: '1.0',
      ce_datacontenttype: 'application/json',
      'content-type': 'application/json',
    },
  };
}

/** Where a record lies in the log. */
export type LogPosition = { topic: string; partition: number };

export function readKafkaRecord(
  { topic, partition }: LogPosition,
  { key, value, headers, offset }: KafkaMessage,
): Delivery {
  const at = { topic, key: key?.toString() ?? `${partition}/${offset}`, position: `${partition}/${offset}` };
  return deliveryOf(at, { ...attributesOf(headers), data: parseJson(value?.toString() ?? '') });
}

function attributesOf(headers: IHeaders | undefined): Record<string, unknown> {
  const read = (name: string): string | undefined => headers?.[`ce_${name}`]?.toString();
  return {
    ...Object.fromEntries(['id', 'type', 'source', 'subject', 'time', 'requestid'].map((name) => [name, read(name)])),
    sequence: Number(read('sequence')),
  };
}
