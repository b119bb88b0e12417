import { expect, jest, test } from '@jest/globals';
import { demoActors } from '#infra/demo/actor.ts';
import { playDemo } from '#infra/demo/play.ts';
import { at } from '#tests/support/at.ts';
import { eventually } from '#tests/support/eventually.ts';
import { asked } from '#tests/support/graph-of.ts';
import { houseUnderTest, type HouseUnderTest } from '#tests/support/house.ts';

jest.setTimeout(300_000);

/**
 * As the two news items of 2014 gave them: talks in the town hall, placed of so many recipients, benefit units fewer.
 */
const published = {
  'rathaus.gross-rohrheim': { talks: 60, placed: 11, recipients: 77, unitsFewer: 4 },
  'rathaus.einhausen': { talks: 54, placed: 13, recipients: 70, unitsFewer: 4 },
  'rathaus.fuerth': { talks: 206, placed: 73, recipients: 265, unitsFewer: 16 },
};

async function reportOf(house: HouseUnderTest, townHall: string): Promise<object> {
  const report = at(
    await asked(
      house,
      townHall,
      '{ projects { edges { node { report(from: "2013-09-01", to: "2014-04-30") { talksHeld { count } ' +
        'placements { count } recipients { count } unitsWithoutBenefit { count } } } } } }',
    ),
    'projects.edges.0.node.report',
  );
  const count = (figure: string): unknown => at(report, `${figure}.count`);
  return {
    talks: count('talksHeld'),
    placed: count('placements'),
    recipients: count('recipients'),
    unitsFewer: count('unitsWithoutBenefit'),
  };
}

test(
  'the mayors of 2013 read the published figures of their projects: 320 talks, 97 people placed, 24 benefit ' +
    'units fewer',
  async () => {
    await using house = await houseUnderTest();
    await playDemo({ actorOf: demoActors(house.url), onProgress: () => undefined });
    // What was said last is heard a moment later; a town hall is told once, so the team lead looks first.
    const heard =
      '{ projects { edges { node { report(from: "2013-09-01", to: "2014-04-30") { talksHeld { count } placements ' +
      '{ count } unitsWithoutBenefit { count } } } } } }';
    const all = Object.values(published);
    const sum = (of: (figures: (typeof all)[number]) => number): number =>
      all.reduce((total, each) => total + of(each), 0);
    await eventually(async () => {
      const { edges } = at(await asked(house, 'miriam.vogt', heard), 'projects') as { edges: object[] };
      const total = (figure: string): number =>
        edges.reduce((count, edge) => count + Number(at(edge, `node.report.${figure}.count`)), 0);
      expect([total('talksHeld'), total('placements'), total('unitsWithoutBenefit')]).toEqual([
        sum(({ talks }) => talks),
        sum(({ placed }) => placed),
        sum(({ unitsFewer }) => unitsFewer),
      ]);
    }, 60_000);
    expect([sum(({ talks }) => talks), sum(({ placed }) => placed), sum(({ unitsFewer }) => unitsFewer)]).toEqual([
      320, 97, 24,
    ]);

    const townHalls = Object.keys(published);
    const read = await Promise.all(
      townHalls.map(async (townHall) => [townHall, await reportOf(house, townHall)] as const),
    );
    expect(Object.fromEntries(read)).toEqual(published);
  },
);
