import { expect, test } from '@jest/globals';
import { enrolPerson } from '../commands/enrolment/enrol-person.ts';
import { startEnrolment } from '../commands/enrolment/start-enrolment.ts';
import { versionOf } from '../instruments/catalogue.ts';
import { grantedInstrument } from './grant.ts';
import { placeForAda, welding } from './measure.fixture.ts';
import type { Measure } from './measure.ts';

const versions = (measure: Measure): (string | null)[] =>
  measure.enrolments.map((enrolment) => {
    const instrument = grantedInstrument(measure, enrolment);
    return instrument && versionOf(instrument);
  });

test.each([
  [
    'free support granted before the reform of 2026',
    { instrument: 'P16F', agreedOn: '2026-06-15', startsOn: '2026-07-06' },
    ['P16F@2012-04-01'],
  ],
  [
    'free support granted after it',
    { instrument: 'P16F', agreedOn: '2026-07-01', startsOn: '2026-07-06' },
    ['P16F@2026-07-01'],
  ],
  [
    'training granted while the job centre decided',
    { instrument: 'P81_FBW', agreedOn: '2024-12-10', startsOn: '2025-01-10' },
    ['P81_FBW@2012-04-01'],
  ],
  [
    'rehabilitation granted while the job centre decided',
    { instrument: 'REHA_LTA', agreedOn: '2024-12-31', startsOn: '2025-02-03' },
    ['REHA_LTA@2012-04-01'],
  ],
])('%s stays in the law of the grant when it begins, with fixed and with rolling entry', (_, changes, version) => {
  const { agreedOn, startsOn, ...rest } = changes;
  for (const entry of ['FIXED', 'ROLLING'] as const) {
    const measure = { ...welding, ...rest, startsOn, entry };
    const { state: granted } = enrolPerson(measure, { ...placeForAda, agreedOn });
    const { state: begun } = startEnrolment(granted, { enrolmentId: 'e-ada', startedOn: startsOn });
    expect([granted, begun].map(versions)).toEqual([version, version]);
    expect(begun.enrolments[0]?.grantedUnder).toBe(version[0]);
  }
});

test('what was granted before the version was kept goes by the day of the grant', () => {
  const enrolment = { id: 'e-1', personId: 'p-1', caseId: 'c-1', status: 'STARTED', startedOn: '2026-07-06' } as const;
  const measure = { ...welding, instrument: 'P16F', enrolments: [{ ...enrolment, agreedOn: '2026-06-15' }] };
  expect(versions(measure)).toEqual(['P16F@2012-04-01']);
});
