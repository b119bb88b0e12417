import { describe, expect, test } from '@jest/globals';
import { at } from '#tests/support/at.ts';
import { eventually } from '#tests/support/eventually.ts';
import { asked, done, mutate } from '#tests/support/graph-of.ts';
import type { HouseUnderTest } from '#tests/support/house.ts';
import { measureInput } from '#tests/support/measure-input.ts';
import { lookedAfter } from '#tests/support/people.ts';

const RIMBACH = '06431019';

/** Whatever the house stands on. */
export const lastPlace = (where: string, open: () => Promise<HouseUnderTest>): void =>
  describe(`the last place of a measure ${where}`, () => {
    test('is given once when 50 people are enrolled at the same moment', async () => {
      await using house = await open();
      const people = await lookedAfter(house, { number: 50, municipality: RIMBACH, manager: 'jonas.keller' });
      const offered = await done(house, 'miriam.vogt', {
        name: 'offerMeasure',
        selection: 'measure { id }',
        input: {
          ...measureInput,
          municipality: RIMBACH,
          place: { postcode: '64668', town: 'Rimbach' },
          startsOn: '2026-12-01',
          endsOn: '2027-03-31',
          places: 1,
          approvedUntil: '2027-12-31',
        },
      });
      const measureId = String(at(offered, 'measure.id'));
      // The last case opened is the last one heard of: from then on nobody is refused for not being known.
      await eventually(async () => {
        const known = await mutate(house, 'jonas.keller', {
          name: 'proposeMeasure',
          input: { measureId, personId: people.at(-1) },
          selection: 'enrolment { status }',
        });
        expect(at(known, 'refusal')).toBeNull();
      });

      const answers = await Promise.all(
        people.map((personId) =>
          mutate(house, 'jonas.keller', {
            name: 'enrolPerson',
            input: { measureId, personId },
            selection: 'enrolment { status }',
          }),
        ),
      );
      const codes = answers.map((answer) => at(answer, 'refusal.code') ?? at(answer, 'enrolment.status'));
      expect(Map.groupBy(codes, (code) => code).get('MEASURE_FULL')).toHaveLength(49);
      expect(codes.filter((code) => code === 'AGREED')).toHaveLength(1);
      const measure = await asked(house, 'miriam.vogt', 'query($id: ID!) { measure(id: $id) { freePlaces } }', {
        id: measureId,
      });
      expect(at(measure, 'measure.freePlaces')).toBe(0);
    });
  });
