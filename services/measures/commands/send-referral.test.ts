import { describe, expect, test } from '@jest/globals';
import type { Referral } from '../referral.ts';
import { sendReferral } from './send-referral.ts';

const toAgentur = { referralId: 'r-1', personId: 'p-ada', caseId: 'c-ada', instrument: 'P81_FBW', recipient: 'AGENTUR' as const, recipientName: ' Agentur für Arbeit Bensheim ', sentOn: '2026-08-01' };
const sent: Referral = { id: 'r-1', personId: 'p-ada', caseId: 'c-ada', instrument: 'P81_FBW', recipient: 'AGENTUR', recipientName: 'Agentur für Arbeit Bensheim', status: 'SENT', sentOn: '2026-08-01' };

describe('sending a referral', () => {
  test('is noted and said, without the name', () => {
    expect(sendReferral(null, toAgentur)).toEqual({
      state: sent,
      events: [{ type: 'referral.sent', data: { referralId: 'r-1', personId: 'p-ada', caseId: 'c-ada', instrument: 'P81_FBW', recipient: 'AGENTUR', sentOn: '2026-08-01' } }],
    });
  });

  test('to the debt advice does not tell of debts', () => {
    expect(sendReferral(null, { ...toAgentur, instrument: 'P16A_DEBT', recipient: 'DISTRICT', recipientName: ' ' })).toMatchObject({
      state: { instrument: 'P16A_DEBT' },
      events: [{ data: { instrument: 'PROTECTED' } }],
    });
  });

  test('says nothing the second time', () => {
    expect(sendReferral(sent, toAgentur)).toEqual({ state: sent, events: [] });
  });

  test('is refused for what the law does not know that day', () => {
    expect(() => sendReferral(null, { ...toAgentur, instrument: 'P16K', sentOn: '2023-06-30' })).toThrow(expect.objectContaining({ code: 'INSTRUMENT_NOT_IN_FORCE' }));
  });

  test('is refused to a recipient who is called like a person', () => {
    expect(() => sendReferral(null, { ...toAgentur, recipientName: 'Frau Mustermann, 06251 12345' })).toThrow(expect.objectContaining({ code: 'TEXT_HAS_PERSONAL_DATA' }));
  });
});
