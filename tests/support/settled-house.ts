import { join } from 'node:path';
import { consume } from '#shared/delivery/consume.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import { daysLater } from '#shared/calendar/days.ts';
import type { Collection, Decision, Identified } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { services } from '#infra/house/ports.ts';
import { createLog } from '#shared/log.ts';
import { publishPending } from '#shared/delivery/publish-pending.ts';
import { declareService } from '#tests/verify/declared.ts';
import { benefitUnitSchema } from '../../services/people/benefit-unit/benefit-unit.schema.ts';
import { endBenefit } from '../../services/people/commands/benefit-unit/end-benefit.ts';
import { formBenefitUnit } from '../../services/people/commands/benefit-unit/form-benefit-unit.ts';
import { registerPerson } from '../../services/people/commands/person/register-person.ts';
import { startBenefit } from '../../services/people/commands/benefit-unit/start-benefit.ts';
import { updateContact } from '../../services/people/commands/person/update-contact.ts';
import { personSchema } from '../../services/people/person/person.schema.ts';
import { eventually } from './eventually.ts';

const today = '2026-09-30';
const GROSS_ROHRHEIM = '06431010';
const AT_ONCE = 500;

/**
 * A house below the folder in which so many people have settled, five events each, heard by every service that listens;
 * nothing of it runs.
 */
export async function settledHouse(folder: string, persons: number): Promise<void> {
  const documents = sqliteDocuments(join(folder, 'people.sqlite'));
  const events = sqliteEvents(join(folder, 'events.sqlite'));
  const [register, units] = [
    documents.collection('persons', personSchema, peopleEvents),
    documents.collection('benefit-units', benefitUnitSchema, peopleEvents),
  ];
  const said = async <State extends Identified>(
    collection: Collection<State>,
    decisions: readonly Decision<State>[],
  ): Promise<void> => {
    await Promise.all(
      decisions.map((decision) =>
        collection.change(decision.state.id, () => decision, { requestId: 'r', at: '2026-03-01T09:00:00.000Z' }),
      ),
    );
  };
  for (let from = 0; from < persons; from += AT_ONCE) {
    const lives = Array.from({ length: Math.min(AT_ONCE, persons - from) }, (_, n) => life(from + n));
    for (const step of [0, 1])
      await said(
        register,
        lives.flatMap(({ person }) => person[step] ?? []),
      );
    for (const step of [0, 1, 2])
      await said(
        units,
        lives.flatMap(({ unit }) => unit[step] ?? []),
      );
    for (const collection of [register, units]) while ((await publishPending(collection, events)) > 0);
  }
  await documents.close();
  for (const service of services) {
    const { consumer, documents: own } = declareService(service, sqliteDocuments(join(folder, `${service}.sqlite`)));
    const consuming = await consume(consumer, {
      group: service,
      documents: own,
      events,
      log: createLog(service, 'silent'),
    });
    await eventually(async () => {
      if (
        (await events.lag(
          service,
          consumer.contracts.map(({ topic }) => topic),
        )) > 0
      )
        throw new Error(`${service} has not heard of everything`);
    }, 600_000);
    await consuming.stop();
    await own.close();
  }
  await events.close();
}

/** Decides, step by step, what one of them does. */
function life(number: number): {
  person: ReturnType<typeof registerPerson>[];
  unit: ReturnType<typeof formBenefitUnit>[];
} {
  const digits = String(number).padStart(6, '0');
  const born = daysLater('1965-01-01', (number * 7) % 11_000);
  const registered = registerPerson(null, {
    id: `p-${digits}`,
    customerNumber: `437D${digits}`,
    givenName: 'Ada',
    familyName: 'Groß',
    birthDate: born,
    sex: 'FEMALE',
    municipality: GROSS_ROHRHEIM,
    registeredOn: '2026-01-10',
    today,
  });
  const formed = formBenefitUnit(null, {
    id: `bg-${digits}`,
    number: `43705BG0${digits}`,
    municipality: GROSS_ROHRHEIM,
    formedOn: '2024-03-01',
    members: [{ personId: `p-${digits}`, role: 'APPLICANT' }],
    today,
  });
  const started = startBenefit(formed.state, { startedOn: '2024-03-01', today });
  return {
    person: [
      registered,
      updateContact(registered.state, { contact: { town: 'Groß-Rohrheim', postcode: '68649' }, on: '2026-01-12' }),
    ],
    unit: [formed, started, endBenefit(started.state, { endedOn: '2025-02-28', reason: 'WORK', today })],
  };
}
