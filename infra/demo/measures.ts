import { idIn, inParallel, type DemoActor } from './actor.ts';
import { dayWithin, daysLater, earlier } from './calendar.ts';
import type { DemoProject } from './projects.ts';
import type { Played, Talked } from './talks.ts';

const PROVIDER = { id: 'bildungswerk-bergstrasse', name: 'Bildungswerk Bergstraße' };
/** Free places stay, so that whoever tries the house finds some. */
const SPARE_PLACES = 4;

/** What is offered: by whom nothing is known of the years 2013/14, so the titles are ours. */
const offers = [
  { title: 'Aktiv vor Ort: Bewerbung und Praxis', instrument: 'P45_MAT', hoursPerWeek: 25, dayparts: ['MORNING'], childcareOffered: true },
  { title: 'Lager und Logistik mit Staplerschein', instrument: 'P45_MAT', hoursPerWeek: 35, dayparts: ['MORNING', 'AFTERNOON'], childcareOffered: false },
] as const;

/** A team lead offers measures, case managers enrol people, and they begin. */
export async function fillMeasures({ project, manager, done }: Played, { lead, people }: { lead: DemoActor; people: readonly Talked[] }): Promise<void> {
  const startsOn = dayWithin({ from: project.startedOn, to: project.until }, 0.92);
  const enrolled = people.slice(0, project.measures);
  const measureIds: string[] = [];
  for (const [number, offer] of offers.entries()) measureIds.push(await offered(project, lead, { ...offer, number, startsOn, places: Math.ceil(enrolled.length / offers.length) + SPARE_PLACES }));
  await inParallel(enrolled, 4, async ({ personId, openedOn }, index) => {
    const key = `demo/${personId}/measure`;
    const agreedOn = earlier(daysLater(openedOn, 40), startsOn);
    const payload = await manager.command('enrolPerson', 'enrolment { id }', { measureId: measureIds[index % offers.length], personId, agreedOn, idempotencyKey: `${key}/agreed` });
    await manager.command('startEnrolment', 'enrolment { id }', { enrolmentId: idIn(payload, 'enrolment'), startedOn: startsOn, idempotencyKey: `${key}/started` });
    done();
  });
}

type Offer = { title: string; instrument: string; hoursPerWeek: number; dayparts: readonly string[]; childcareOffered: boolean; number: number; startsOn: string; places: number };

async function offered({ key, municipality, postcode, town, until }: DemoProject, lead: DemoActor, { number, ...offer }: Offer): Promise<string> {
  const endsOn = daysLater(until, 90);
  return idIn(await lead.command('offerMeasure', 'measure { id }', { ...offer, provider: PROVIDER, municipality, place: { postcode, town }, endsOn, approvedUntil: daysLater(endsOn, 365), idempotencyKey: `demo/${key}/measure-${number}` }), 'measure');
}
