import { peopleEvents } from '#shared/contracts/people.ts';

import { grossRohrheim, type EventRecorder } from './event-recorder.fixture.ts';

/** Records how benefit ended: of one unit for work; of another the reason, and an earlier time, turn out later. */
export function recordEndsOfBenefit(record: EventRecorder['record']): void {
  record(peopleEvents, 'u-1', {
    type: 'benefitUnit.benefitEnded',
    data: {
      benefitUnitId: 'u-1',
      municipality: grossRohrheim,
      endedOn: '2014-01-31',
      reason: 'WORK',
      memberIds: ['p-ada', 'p-ben'],
    },
  });
  const ofCem = { benefitUnitId: 'u-2', municipality: grossRohrheim };
  const end = { ...ofCem, endedOn: '2014-03-31', startedOn: '2010-01-01', memberIds: ['p-cem'] };
  record(peopleEvents, 'u-2', { type: 'benefitUnit.benefitEnded', data: { ...end, reason: 'UNKNOWN' } });
  // It turns out why, and that there was an earlier time.
  record(peopleEvents, 'u-2', {
    type: 'benefitUnit.benefitWithdrawn',
    data: { ...ofCem, withdrawnOn: '2014-05-02', startedOn: '2010-01-01' },
  });
  record(peopleEvents, 'u-2', { type: 'benefitUnit.benefitStarted', data: { ...ofCem, startedOn: '2010-01-01' } });
  record(peopleEvents, 'u-2', { type: 'benefitUnit.benefitEnded', data: { ...end, reason: 'MOVED_AWAY' } });
  record(peopleEvents, 'u-2', { type: 'benefitUnit.benefitStarted', data: { ...ofCem, startedOn: '2007-01-01' } });
  record(peopleEvents, 'u-2', {
    type: 'benefitUnit.benefitEnded',
    data: { ...ofCem, endedOn: '2008-12-31', startedOn: '2007-01-01', reason: 'WORK', memberIds: [] },
  });
}
