import { describe, expect, test } from '@jest/globals';
import { instrumentCodes } from '#shared/funding/instrument-codes.ts';
import { instrumentOn } from '../../instruments/catalogue.ts';
import { referralRecipients, recipientsBy, type Referral } from '../../referral/referral.ts';
import { sendReferral } from './send-referral.ts';

const toAgentur = {
  referralId: 'r-1',
  personId: 'p-ada',
  caseId: 'c-ada',
  instrument: 'P81_FBW',
  recipient: 'AGENTUR' as const,
  recipientName: ' Agentur für Arbeit Bensheim ',
  sentOn: '2026-08-01',
};
const sent: Referral = {
  id: 'r-1',
  personId: 'p-ada',
  caseId: 'c-ada',
  instrument: 'P81_FBW',
  recipient: 'AGENTUR',
  recipientName: 'Agentur für Arbeit Bensheim',
  status: 'SENT',
  sentOn: '2026-08-01',
};

describe('sending a referral', () => {
  test('is noted and said, without the name', () => {
    expect(sendReferral(null, toAgentur)).toEqual({
      state: sent,
      events: [
        {
          type: 'referral.sent',
          data: {
            referralId: 'r-1',
            personId: 'p-ada',
            caseId: 'c-ada',
            instrument: 'P81_FBW',
            recipient: 'AGENTUR',
            sentOn: '2026-08-01',
          },
        },
      ],
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
        for (const recipient of referralRecipients.filter((one) =>
          recipientsBy[instrumentOn(code, sentOn)?.decidedBy ?? 'JC'].includes(one),
        )) {
          const said = JSON.stringify(sendReferral(null, { ...toAgentur, instrument: code, recipient, sentOn }).events);
          reasons.set(said, (reasons.get(said) ?? new Set()).add(tells ?? 'NOTHING'));
        }
      }
      const telling = [...reasons.values()]
        .map((kinds) => [...kinds].sort())
        .filter((kinds) => kinds.length === 1 && kinds[0] !== 'NOTHING');
      expect([telling, reasons.size > 1]).toEqual([[], true]);
    },
  );

  test('says nothing the second time', () => {
    expect(sendReferral(sent, toAgentur)).toEqual({ state: sent, events: [] });
  });

  test.each([
    ['INSTRUMENT_NOT_IN_FORCE', { instrument: 'AUFENTHG45A_BSK', recipient: 'BAMF' as const, sentOn: '2016-06-30' }],
    ['DECIDED_HERE', { instrument: 'P44_VB' }],
    ['DECIDED_HERE', { sentOn: '2024-12-31' }],
    ['WRONG_RECIPIENT', { recipient: 'BAMF' as const }],
    ['WRONG_RECIPIENT', { instrument: 'P16A_DEBT' }],
  ])('is refused with %s for %j', (code, changes) => {
    expect(() => sendReferral(null, { ...toAgentur, ...changes })).toThrow(expect.objectContaining({ code }));
  });

  test('is refused to a recipient who is called like a person', () => {
    expect(() => sendReferral(null, { ...toAgentur, recipientName: 'Frau Mustermann, 06251 12345' })).toThrow(
      expect.objectContaining({ code: 'TEXT_HAS_PERSONAL_DATA' }),
    );
  });
});
