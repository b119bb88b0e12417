import { z } from 'zod';
import { daysLater, earlier, later } from '#shared/calendar/days.ts';
import { idIn, inParallel, type DemoActor } from './actor.ts';
import { dayWithin } from './calendar.ts';
import type { DemoProject } from './projects.ts';
import type { DemoPlay, PersonWithCase } from './talks.ts';

const PROVIDER = { id: 'bildungswerk-bergstrasse', name: 'Bildungswerk Bergstraße' };
/** Free places stay, so that whoever tries the house finds some. */
const SPARE_PLACES = 4;
/** So long can be joined, from the day the demo is played, what has rolling entry. */
const RUNS_ON_DAYS = 180;

/** What is offered: by whom nothing is known of the years 2013/14, so the titles are ours. */
const offers = [
  {
    title: 'Aktiv vor Ort: Bewerbung und Praxis',
    instrument: 'P45_MAT',
    hoursPerWeek: 25,
    dayparts: ['MORNING'],
    childcareOffered: true,
    rolling: true,
  },
  {
    title: 'Lager und Logistik mit Staplerschein',
    instrument: 'P45_MAT',
    hoursPerWeek: 35,
    dayparts: ['MORNING', 'AFTERNOON'],
    childcareOffered: false,
    rolling: false,
  },
] as const;

/** Plays in how a team lead offers measures, case managers enrol people, and they begin. */
export async function fillMeasures(
  { project, manager, done }: DemoPlay,
  { lead, people, today }: { lead: DemoActor; people: readonly PersonWithCase[]; today: string },
): Promise<void> {
  const startsOn = dayWithin({ from: project.startedOn, to: project.until }, 0.92);
  const enrolled = people.slice(0, project.measures);
  const measureIds: string[] = [];
  for (const [number, offer] of offers.entries())
    measureIds.push(
      await offered(
        { project, lead, today },
        { ...offer, number, startsOn, places: Math.ceil(enrolled.length / offers.length) + SPARE_PLACES },
      ),
    );
  await inParallel(enrolled, 4, async ({ personId, openedOn }, index) => {
    const key = `demo/${personId}/measure`;
    const agreedOn = earlier(daysLater(openedOn, 40), startsOn);
    const payload = await manager.command('enrolPerson', 'enrolment { id }', {
      measureId: measureIds[index % offers.length],
      personId,
      agreedOn,
      idempotencyKey: `${key}/agreed`,
    });
    await manager.command('startEnrolment', 'enrolment { id }', {
      enrolmentId: idIn(payload, 'enrolment'),
      startedOn: startsOn,
      idempotencyKey: `${key}/started`,
    });
    done();
  });
}

type Offer = {
  title: string;
  instrument: string;
  hoursPerWeek: number;
  dayparts: readonly string[];
  childcareOffered: boolean;
  rolling: boolean;
  number: number;
  startsOn: string;
  places: number;
};
type Offering = { project: DemoProject; lead: DemoActor; today: string };

async function offered({ project, lead, today }: Offering, { number, rolling, ...offer }: Offer): Promise<string> {
  const { key, municipality, postcode, town, until, goesOn } = project;
  const runsOn = rolling && goesOn === true;
  const known = runsOn ? await offeredBefore({ project, lead }, offer.title) : undefined;
  if (known !== undefined) return known;
  const endsOn = runsOn ? later(daysLater(today, RUNS_ON_DAYS), daysLater(until, 90)) : daysLater(until, 90);
  return idIn(
    await lead.command('offerMeasure', 'measure { id }', {
      ...offer,
      entry: runsOn ? 'ROLLING' : 'FIXED',
      provider: PROVIDER,
      municipality,
      place: { postcode, town },
      endsOn,
      approvedUntil: daysLater(endsOn, 365),
      idempotencyKey: `demo/${key}/measure-${number}`,
    }),
    'measure',
  );
}

/**
 * What depends on the day cannot be repeated under its key on another day: a play that was interrupted goes on with
 * what it offered.
 */
async function offeredBefore(
  { project: { municipality }, lead }: Pick<Offering, 'project' | 'lead'>,
  title: string,
): Promise<string | undefined> {
  const query =
    'query($municipalities: [ID!], $provider: ID) { measures(filter: { municipalities: $municipalities, ' +
    'provider: $provider }) { edges { node { id title } } } }';
  const {
    measures: { edges },
  } = offeredSchema.parse(await lead.ask(query, { municipalities: [municipality], provider: PROVIDER.id }));
  return edges.find(({ node }) => node.title === title)?.node.id;
}

const offeredSchema = z.object({
  measures: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string(), title: z.string() }) })) }),
});
