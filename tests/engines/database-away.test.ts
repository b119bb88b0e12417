import { describe, expect, jest, test } from '@jest/globals';
import { at } from '#tests/support/at.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';
import { eventually } from '#tests/support/eventually.ts';
import { asked, mutate } from '#tests/support/graph-of.ts';
import { houseUnderTest } from '#tests/support/house.ts';
import { notProxied, throughProxy } from '#tests/support/mongodb/recorder.ts';

jest.setTimeout(240_000);

const EINHAUSEN = '06431006';
const lead = {
  name: 'reportLead',
  selection: 'lead { id }',
  input: { municipality: EINHAUSEN, company: 'Ried-Logistik', kind: 'EXPANSION', reportedOn: '2026-02-03' },
};
const leads = '{ leads { edges { node { id } } } }';

if (mongoUrl === undefined || kafkaBrokers === undefined || notProxied(mongoUrl) !== undefined)
  describe.skip('a database that is away (set MONGO_URL and KAFKA_BROKERS)', () =>
    test('is not tested', () => undefined));
else {
  const [mongo, brokers] = [mongoUrl, kafkaBrokers];
  describe('while the database is away', () => {
    test('writes and reads are refused with a code, and all of it recovers by itself', async () => {
      const { url, proxy } = await throughProxy(mongo);
      const engines = await provisioned({ MONGO_URL: url, KAFKA_BROKERS: brokers });
      const house = await houseUnderTest(engines);
      const before = house.pids();
      expect(at(await mutate(house, 'rathaus.einhausen', lead), 'refusal')).toBeNull();

      proxy.set('cut');
      const write = await house.as('rathaus.einhausen')(
        'mutation($input: ReportLeadInput!) { reportLead(input: $input) { lead { id } refusal { code } } }',
        { input: lead.input },
      );
      const read = await house.as('rathaus.einhausen')(leads);
      for (const { data, errors } of [write, read]) {
        expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
        expect(errors.map(({ code }) => code)).toEqual(['SERVICE_UNAVAILABLE']);
      }
      expect(JSON.stringify([write, read])).not.toMatch(/mongo|ECONN|127\.0\.0\.1/i);
      expect((await fetch(`http://127.0.0.1:${house.ports.employers}/readyz`)).status).toBe(503);

      proxy.set('pass');
      await eventually(
        async () => expect(at(await mutate(house, 'rathaus.einhausen', lead), 'refusal')).toBeNull(),
        60_000,
      );
      await eventually(
        async () => expect(at(await asked(house, 'rathaus.einhausen', leads), 'leads.edges')).toHaveLength(2),
        60_000,
      );
      expect(house.pids()).toEqual(before);
      await house[Symbol.asyncDispose]();
      await proxy.close();
    });
  });
}
