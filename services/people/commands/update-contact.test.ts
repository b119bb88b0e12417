import { describe, expect, test } from '@jest/globals';
import { ada, ofAda } from './ada.fixture.ts';
import { updateContact } from './update-contact.ts';

describe('how a person is reached', () => {
  test('is replaced as a whole, and said without any of it', () => {
    expect(updateContact(ada, { contact: { email: ' ada@example.org ', phone: ' ', channel: 'EMAIL' }, on: '2026-03-01' })).toEqual({
      state: { ...ada, contact: { email: 'ada@example.org', channel: 'EMAIL' } },
      events: [{ type: 'person.updated', data: { ...ofAda, updatedOn: '2026-03-01', changed: ['CONTACT'] } }],
    });
  });

  test('stays quiet when it is the same', () => {
    expect(updateContact(ada, { contact: { ...ada.contact }, on: '2026-03-01' })).toEqual({ state: ada, events: [] });
  });
});
