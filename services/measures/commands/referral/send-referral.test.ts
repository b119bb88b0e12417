import { describe, expect, test } from '@jest/globals';
import { instrumentCodes } from '#shared/funding/instrument-codes.ts';
import { instrumentOn } from '../../instruments/catalogue.ts';
import { factsOfReferral, sentReferral } from '../../referral/referral.fixture.ts';
import { recipientsBy, referralRecipients } from '../../referral/referral.ts';
import { sendReferral, type SendReferral } from './send-referral.ts';

const toAgentur: SendReferral = {
  ...factsOfReferral,
  recipient: 'AGENTUR',
  recipientName: ' Agentur für Arbeit Bensheim ',
  sentOn: '2026-08-01',
};
const sent = { ...sentReferral, recipientName: 'Agentur für Arbeit Bensheim' };

describe('sending a referral', () => {
  test('is noted, and an event says so without the name', () => {
    expect(sendReferral(null, toAgentur)).toEqual({
      state: sent,
      events: [{ type: 'referral.sent', data: { ...factsOfReferral, recipient: 'AGENTUR', sentOn: '2026-08-01' } }],
    });
  });

  test('to the debt advice does not tell of debts', () => {
    expect(
      sendReferral(null, { ...toAgentur, instrument: 'P16A_DEBT', recipient: 'DISTRICT', recipientName: ' ' }),
    ).toMatchObject({
      state: { instrument: 'P16A_DEBT', recipient: 'DISTRICT' },
      events: [{ data: { instrument: 'PROTECTED', recipient: 'PROTECTED' } }],
    });
  });

  test.each(['2013-09-01', '2024-12-31', '2025-01-01', '2026-09-01'])(
    'on %s says nothing of which only one kind of trouble can be the reason',
    (sentOn) => {
      const reasons = new Map<string, Set<string>>();
      for (const { code, tells } of instrumentCodes) {
        const responsible = recipientsBy[instrumentOn(code, sentOn)?.decidedBy ?? 'JC'];
        for (const recipient of referralRecipients.filter((each) => responsible.includes(each))) {
          const { events } = sendReferral(null, { ...toAgentur, instrument: code, recipient, sentOn });
          const event = JSON.stringify(events);
          reasons.set(event, (reasons.get(event) ?? new Set()).add(tells ?? 'NOTHING'));
        }
      }
      const telling = [...reasons.values()]
        .map((kinds) => [...kinds].sort())
        .filter((kinds) => kinds.length === 1 && kinds[0] !== 'NOTHING');
      expect([telling, reasons.size > 1]).toEqual([[], true]);
    },
  );

  test('is noted once', () => {
    expect(sendReferral(sent, toAgentur)).toEqual({ state: sent, events: [] });
  });

  const beforeItsLaw = { instrument: 'AUFENTHG45A_BSK', recipient: 'BAMF' as const, sentOn: '2016-06-30' };
  test.each([
    ['an instrument that is not in force yet', 'INSTRUMENT_NOT_IN_FORCE', beforeItsLaw],
    ['an instrument that the job centre decides on', 'DECIDED_HERE', { instrument: 'P44_VB' }],
    ['a day on which the job centre still decided', 'DECIDED_HERE', { sentOn: '2024-12-31' }],
    ['a recipient that does not decide on it', 'WRONG_RECIPIENT', { recipient: 'BAMF' as const }],
    ['debt advice, which the Agentur does not give', 'WRONG_RECIPIENT', { instrument: 'P16A_DEBT' }],
  ])('is refused for %s: %s', (_, code, changes) => {
    expect(() => sendReferral(null, { ...toAgentur, ...changes })).toThrow(expect.objectContaining({ code }));
  });

  test('is refused to a recipient who is called like a person', () => {
    expect(() => sendReferral(null, { ...toAgentur, recipientName: 'Frau Mustermann, 06251 12345' })).toThrow(
      expect.objectContaining({ code: 'TEXT_HAS_PERSONAL_DATA' }),
    );
  });
});
