import { describe, expect, test } from '@jest/globals';
import { KafkaJSConnectionError, KafkaJSNumberOfRetriesExceeded, KafkaJSProtocolError } from 'kafkajs';
import mongoose from 'mongoose';
import { Unavailable } from '#shared/refusal.ts';
import { settingAtFault } from './setting-at-fault.ts';

const { MongoServerError } = mongoose.mongo;
const protocol = (type: string): Error =>
  new KafkaJSProtocolError(Object.assign(new Error('its words'), { type, code: 1 }));
const retried = (error: Error): Error =>
  new Unavailable('the event log does not answer', {
    cause: new KafkaJSNumberOfRetriesExceeded(error, { retryCount: 5, retryTime: 1 }),
  });
/** As MongoDB's client tells what each server of a set said. */
const fromServer = (error: Error): Error =>
  new Unavailable('the store does not answer', {
    cause: Object.assign(new Error('Server selection timed out'), {
      cause: { servers: new Map([['db1:27017', { error }]]) },
    }),
  });

describe('what an engine says', () => {
  test.each([
    [
      'a login the brokers refuse',
      Object.assign(new Error('its words'), { name: 'KafkaJSSASLAuthenticationError' }),
      'KAFKA_USERNAME, KAFKA_PASSWORD_FILE: the brokers refuse this login',
    ],
    [
      'a login the brokers do not ask for',
      protocol('ILLEGAL_SASL_STATE'),
      'KAFKA_SASL: the brokers take another kind of login, or none',
    ],
    [
      'a right that is missing',
      retried(protocol('GROUP_AUTHORIZATION_FAILED')),
      'KAFKA_USERNAME: this user lacks a right at the brokers (GROUP_AUTHORIZATION_FAILED)',
    ],
    [
      'a certificate nobody signed',
      retried(new KafkaJSConnectionError('its words', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })),
      'KAFKA_TLS, KAFKA_CA_FILE: TLS with the brokers fails (DEPTH_ZERO_SELF_SIGNED_CERT)',
    ],
    [
      'too few brokers',
      Object.assign(new Error('Topic creation errors'), { errors: [protocol('INVALID_REPLICATION_FACTOR')] }),
      'TOPIC_REPLICATION: there are fewer brokers than that',
    ],
    [
      'a login the database refuses',
      new MongoServerError({ message: 'its words', code: 18 }),
      'MONGO_URL: the database refuses this login',
    ],
    [
      'a right that is missing at the database',
      new MongoServerError({ message: 'its words', code: 13 }),
      'MONGO_URL: this user lacks a right at the database',
    ],
    [
      'a certificate of the database that nobody signed',
      fromServer(Object.assign(new Error('its words'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })),
      'MONGO_URL: TLS with the database fails (DEPTH_ZERO_SELF_SIGNED_CERT)',
    ],
  ])('names the setting that is wrong: %s', (_, error, sentence) => {
    expect(settingAtFault(error)).toBe(sentence);
  });

  test.each([
    ['a broker that is away', retried(new KafkaJSConnectionError('its words', { code: 'ECONNREFUSED' }))],
    ['a database that is away', fromServer(Object.assign(new Error('its words'), { code: 'ECONNREFUSED' }))],
    ['a record that is too large', protocol('MESSAGE_TOO_LARGE')],
    [
      "a code of the database that is another engine's word for a login",
      Object.assign(new Error('its words'), { code: 18 }),
    ],
  ])('is about no setting: %s', (_, error) => {
    expect(settingAtFault(error)).toBeUndefined();
  });
});
