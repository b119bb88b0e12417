import { describe, expect, test } from '@jest/globals';
import { answerOrRefuse, refuseWhenTaken } from './answer.ts';
import { Refusal, Unavailable } from '#shared/refusal.ts';

const refusing = (code: string, message: string) => answerOrRefuse(() => Promise.reject(new Refusal(code, message)));

describe('a refusal in an answer', () => {
  test.each([
    ['goals.0.target: at least 0', 'goals.0.target'],
    ['postcode: five digits, such as 64658; town: at most 60 characters', 'postcode'],
    ['The case was not found.', null],
    ['There is one: another one.', null],
  ])('"%s" is about %s', async (message, field) => {
    expect(await refusing('INVALID_INPUT', message)).toEqual({ refusal: { code: 'INVALID_INPUT', message, field } });
  });

  test('anything else stays an error', async () => {
    await expect(answerOrRefuse(() => Promise.reject(new Unavailable('away')))).rejects.toThrow(Unavailable);
  });
});

describe('a value that only one may have', () => {
  const explained = refuseWhenTaken('CASE_ALREADY_OPEN', 'There is an open case.');

  test('is said to be what it means', () => {
    expect(() => explained(new Refusal('ALREADY_EXISTS', 'There is one already.'))).toThrow(
      expect.objectContaining({ code: 'CASE_ALREADY_OPEN', message: 'There is an open case.' }),
    );
  });

  test('anything else is thrown on as it is', () => {
    const other = new Refusal('CASE_CLOSED', 'The case is closed.');
    expect(() => explained(other)).toThrow(other);
  });
});
