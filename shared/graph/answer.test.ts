import { describe, expect, test } from '@jest/globals';
import { answerOrRefuse, refuseWhenTaken } from './answer.ts';
import { Refusal, Unavailable } from '#shared/refusal.ts';

describe('a refusal in an answer', () => {
  test.each([
    ['a field', { reason: 'at least 0', field: 'goals.0.target', message: 'goals.0.target: at least 0' }],
    [
      'the first of two fields',
      {
        reason: 'five digits, such as 64658; town: at most 60 characters',
        field: 'postcode',
        message: 'postcode: five digits, such as 64658; town: at most 60 characters',
      },
    ],
    ['no field', { reason: 'The case was not found.', field: undefined, message: 'The case was not found.' }],
    [
      'no field, though it has a colon',
      { reason: 'There is one: another one.', field: undefined, message: 'There is one: another one.' },
    ],
  ])('is about %s', async (_, { reason, field, message }) => {
    const refusing = answerOrRefuse(() => Promise.reject(new Refusal('INVALID_INPUT', reason, field)));
    expect(await refusing).toEqual({ refusal: { code: 'INVALID_INPUT', message, field: field ?? null } });
  });

  test('is not made of any other error', async () => {
    await expect(answerOrRefuse(() => Promise.reject(new Unavailable('away')))).rejects.toThrow(Unavailable);
  });
});

describe('a value that only one may have', () => {
  const refuse = refuseWhenTaken('CASE_ALREADY_OPEN', 'There is an open case.');

  test('is refused in the words of the service', () => {
    expect(() => refuse(new Refusal('ALREADY_EXISTS', 'There is one already.'))).toThrow(
      expect.objectContaining({ code: 'CASE_ALREADY_OPEN', message: 'There is an open case.' }),
    );
  });

  test('leaves any other refusal as it is', () => {
    const caseClosed = new Refusal('CASE_CLOSED', 'The case is closed.');
    expect(() => refuse(caseClosed)).toThrow(caseClosed);
  });
});
