import { addedUp191, inWords } from '#shared/calendar/counted-time.ts';
import { dayBefore, monthsLater } from '#shared/calendar/days.ts';
import { FUNDED_AT_MOST_16I, fundedBefore16i } from '#shared/funding/funded-16i.ts';
import type { InstrumentCode } from '#shared/funding/instrument-codes.ts';
import { EmployerRefusal } from '../refusal.ts';
import type { Placement } from './placement.ts';

/** Subsidies to the same wage: an employer gets one of them for a job, for none covers what another one pays. */
const wageSubsidies: readonly string[] = [
  'P16E',
  'P16I',
  'P88_EGZ',
  'P90_EGZ_SB',
  'P73_AZ',
  'P54A_EQ',
] satisfies InstrumentCode[];

/**
 * Excluded after insured work of more than three months at the same employer within four years (§92(1) no. 2 SGB III,
 * §16e SGB II). Not §90: severely disabled people who are specially affected may come back for a limited time.
 */
const excludedAfterWork: readonly string[] = ['P88_EGZ', 'P16E'] satisfies InstrumentCode[];
const WORKED_AT_MOST_MONTHS = 3;
const WORKED_WITHIN_MONTHS = 48;

type Start = Pick<Placement, 'employerId' | 'subsidisedBy' | 'startedOn'>;

/**
 * Refuses with FUNDING_EXCLUDED what the law excludes by the placements that are known here: two wage subsidies for one
 * job, one for whom the employer knows already, and § 16i beyond its five years.
 */
export function assertNotExcluded(start: Start, placementsOfPerson: readonly Placement[]): void {
  const counting = placementsOfPerson.filter(({ withdrawn }) => !withdrawn);
  assertOneWageSubsidy(start);
  assertNotKnownAlready(start, counting);
  assertMonthsLeft16i(start, counting);
}

function assertOneWageSubsidy({ subsidisedBy }: Start): void {
  const several = subsidisedBy.filter((code) => wageSubsidies.includes(code));
  if (several.length > 1) throw excluded(`${several.join(' and ')} pay for the same wage: one of them is expected.`);
}

function assertNotKnownAlready({ employerId, subsidisedBy, startedOn }: Start, before: readonly Placement[]): void {
  const code = subsidisedBy.find((each) => excludedAfterWork.includes(each));
  if (code === undefined) return;
  const worked = addedUp191(
    before
      .filter((placement) => placement.employerId === employerId && placement.kind === 'INSURED_JOB')
      .map(({ startedOn: from, ended }) => ({ from, to: ended?.endedOn })),
    { from: monthsLater(startedOn, -WORKED_WITHIN_MONTHS), to: dayBefore(startedOn) },
  );
  if (worked.months > WORKED_AT_MOST_MONTHS || (worked.months === WORKED_AT_MOST_MONTHS && worked.days > 0))
    throw excluded(
      `${code} is excluded: insured work of ${inWords(worked)} at this employer within four years, more than ` +
        `${WORKED_AT_MOST_MONTHS} months (§92(1) SGB III).`,
    );
}

function assertMonthsLeft16i({ subsidisedBy, startedOn }: Start, before: readonly Placement[]): void {
  if (!subsidisedBy.includes('P16I')) return;
  const work = before.map((placement) => ({
    fundedBy: placement.subsidisedBy,
    startedOn: placement.startedOn,
    endedOn: placement.ended?.endedOn,
  }));
  const funded = fundedBefore16i(startedOn, work);
  if (funded.months >= FUNDED_AT_MOST_16I)
    throw excluded(`P16I was paid for ${inWords(funded)}; ${FUNDED_AT_MOST_16I} months are all (§16i(3) SGB II).`);
}

function excluded(message: string): EmployerRefusal {
  return new EmployerRefusal('FUNDING_EXCLUDED', message, 'subsidisedBy');
}
