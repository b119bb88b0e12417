import { describe, expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import { derivedFrom, enteredApart } from './input-path.ts';
import { shapeCheck } from './shape.ts';
import { formats } from '#shared/codes/formats.ts';

type Talk = { on: string; notes?: string; steps: { what: string }[] };
type Known = {
  id: string;
  name: string;
  sortName: string;
  postcode?: string;
  places: number;
  posts: number;
  hours: number;
  sex: string;
  team: string[];
  goals: { target: number }[];
  talks: Talk[];
};

const part = { _id: false } as const;
const talk = new Schema(
  {
    on: { type: String, match: formats.day },
    notes: { type: String, minlength: 2, maxlength: 10 },
    steps: [new Schema({ what: { type: String, required: true } }, part)],
  },
  part,
);
const check = shapeCheck(
  'known',
  new Schema<Known>(
    {
      id: { type: String, required: true },
      name: { type: String, required: true },
      sortName: { type: String, required: true, ...derivedFrom('name') },
      postcode: { type: String, match: formats.postcode },
      places: { type: Number, min: 1 },
      posts: { type: Number, max: 500 },
      hours: { type: Number, min: 1, max: 48, validate: { validator: Number.isInteger, type: 'a whole number' } },
      sex: { type: String, enum: ['FEMALE', 'MALE'] },
      team: [{ type: String, required: true }],
      goals: [new Schema({ target: { type: Number, min: 0 } }, part)],
      talks: { type: [talk], ...enteredApart },
    },
    part,
  ),
);
const fine: Known = {
  id: 'k-1',
  name: 'Ada',
  sortName: 'ada',
  postcode: '64658',
  places: 1,
  posts: 1,
  hours: 20,
  sex: 'FEMALE',
  team: ['anna'],
  goals: [{ target: 0 }],
  talks: [{ on: '2026-03-01', notes: 'fine', steps: [{ what: 'write' }] }],
};
const [first] = fine.talks;

describe('a state', () => {
  test('that its schema accepts is not refused', async () => {
    await expect(check(fine)).resolves.toBeUndefined();
  });

  test.each<[string, Partial<Known>]>([
    ['postcode: five digits, such as 64658', { postcode: '6465' }],
    ['places: at least 1', { places: 0 }],
    ['posts: at most 500', { posts: 501 }],
    ['hours: from 1 to 48', { hours: 0 }],
    ['hours: a whole number', { hours: 1.5 }],
    ['sex: one of the codes of this field', { sex: 'x' }],
    ['team.1: must not be empty', { team: ['anna', ''] }],
    ['goals.1.target: at least 0', { goals: [{ target: 3 }, { target: -1 }] }],
    ['name: must not be empty', { name: '', sortName: '' }],
    ['name: this value is not possible', { sortName: '' }],
    ['notes: at most 10 characters', { talks: [{ on: '2026-03-01', notes: 'rather long', steps: [] }] }],
    ['notes: at least 2 characters', { talks: [...fine.talks, { on: '2026-03-01', notes: 'a', steps: [] }] }],
    ['on: a day, such as 2026-03-01', { talks: [{ on: '1.3.26', steps: [] }] }],
    [
      'steps.1.what: must not be empty',
      { talks: [...fine.talks, { on: '2026-03-01', steps: [...(first?.steps ?? []), { what: '' }] }] },
    ],
    ['name: must not be empty; places: at least 1', { name: '', places: 0 }],
  ])('that its schema does not accept is refused with "%s"', async (message, wrong) => {
    await expect(check({ ...fine, ...wrong })).rejects.toMatchObject({ code: 'INVALID_INPUT', message });
  });
});
