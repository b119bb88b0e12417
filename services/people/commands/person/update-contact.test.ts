import { describe, expect, test } from '@jest/globals';
import { adaMueller, aboutAda } from '../ada.fixture.ts';
import { updateContact } from './update-contact.ts';

describe('how a person is reached', () => {
  test('changes field by field, and is announced without any of it', () => {
    expect(
      updateContact(adaMueller, {
        contact: { email: ' ada@example.org ', phone: ' ', street: null, channel: 'EMAIL' },
        on: '2026-03-01',
      }),
    ).toEqual({
      state: {
        ...adaMueller,
        contact: { email: 'ada@example.org', postcode: '68649', town: 'Groß-Rohrheim', channel: 'EMAIL' },
      },
      events: [{ type: 'person.updated', data: { ...aboutAda, updatedOn: '2026-03-01', changed: ['CONTACT'] } }],
    });
  });

  test('loses nothing when two save different fields', () => {
    const { state } = updateContact(adaMueller, { contact: { email: 'ada@example.org' }, on: '2026-03-01' });
    expect(updateContact(state, { contact: { phone: '06245 1234' }, on: '2026-03-01' }).state.contact).toEqual({
      ...adaMueller.contact,
      email: 'ada@example.org',
      phone: '06245 1234',
    });
  });

  test('is not announced when it is the same', () => {
    expect(updateContact(adaMueller, { contact: { ...adaMueller.contact }, on: '2026-03-01' })).toEqual({
      state: adaMueller,
      events: [],
    });
    expect(updateContact(adaMueller, { contact: { email: null }, on: '2026-03-01' })).toEqual({
      state: adaMueller,
      events: [],
    });
  });

  test.each([
    ['a telephone number that is none', 'INVALID_PHONE', { phone: 'anrufen' }],
    ['an e-mail address that is none', 'INVALID_EMAIL', { email: 'ada at home' }],
    ['a postcode that is too short', 'INVALID_POSTCODE', { postcode: '6864' }],
    ['a control character in the street', 'CONTROL_CHARACTER', { street: 'Rhein\u0000straße' }],
  ])('is refused for %s as a line of a list is: %s', (_, code, contact) => {
    expect(() => updateContact(adaMueller, { contact, on: '2026-03-01' })).toThrow(expect.objectContaining({ code }));
  });

  test('changes though another field was written otherwise before', () => {
    const before = { ...adaMueller, contact: { phone: 'anrufen' } };
    expect(updateContact(before, { contact: { town: 'Biblis' }, on: '2026-03-01' }).state.contact).toEqual({
      phone: 'anrufen',
      town: 'Biblis',
    });
  });
});
