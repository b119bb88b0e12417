import { hasDay } from '#shared/calendar/days.ts';

/** What the name of an instrument alone would tell about whoever gets it. */
export type Tells = 'DISABILITY' | 'ILLNESS' | 'DEBTS';

type Known = {
  code: string;
  /** First and last day on which the law has it in any state; null while it is in force. */
  from: string;
  to: string | null;
  tells: Tells | null;
};

/** The law is known here from the reform of 1 April 2012 on; what is older and unchanged begins that day. */
const REFORM_OF_2012 = '2012-04-01';

function known<const Code extends string>(
  code: Code,
  { from = REFORM_OF_2012, to = null, tells = null }: Partial<Omit<Known, 'code'>> = {},
): Known & { code: Code } {
  return { code, from, to, tells };
}

/**
 * Every funding instrument by its code, as pure data: what any service has to know of one without the catalogue of
 * measures.
 */
export const instrumentCodes = [
  known('P35'),
  known('P44_VB'),
  known('P45_MAT'),
  known('P45_MAG'),
  known('P45_AVGS_MPAV'),
  known('P46_TRIAL', { tells: 'DISABILITY' }),
  known('P46_WORKPLACE', { tells: 'DISABILITY' }),
  known('P48A_BOP', { from: '2024-04-01' }),
  known('P54A_EQ'),
  known('P73_AZ', { tells: 'DISABILITY' }),
  known('P74_ASA', { from: '2020-05-29' }),
  known('P76_BAE'),
  known('P81_FBW'),
  known('P82_BESCHAEFTIGTE', { from: '2024-04-01' }),
  known('P88_EGZ'),
  known('P90_EGZ_SB', { tells: 'DISABILITY' }),
  known('P131A', { from: '2016-08-01', to: '2026-12-31' }),
  known('P16A_CHILDCARE'),
  known('P16A_DEBT', { tells: 'DEBTS' }),
  known('P16A_PSYCHOSOCIAL', { tells: 'ILLNESS' }),
  known('P16A_ADDICTION', { tells: 'ILLNESS' }),
  known('P16B'),
  known('P16C'),
  known('P16D'),
  known('P16E'),
  known('P16F'),
  known('P16G', { from: '2016-08-01' }),
  known('P16H', { from: '2016-08-01' }),
  known('P16I', { from: '2019-01-01' }),
  known('P16J', { from: '2023-07-01', to: '2024-03-27' }),
  known('P16K', { from: '2023-07-01' }),
  known('REHA_LTA', { tells: 'DISABILITY' }),
  known('AUFENTHG43_IK'),
  known('AUFENTHG45A_BSK', { from: '2016-07-01' }),
] as const satisfies readonly Known[];

export type InstrumentCode = (typeof instrumentCodes)[number]['code'];

const byCode: ReadonlyMap<string, Known> = new Map(instrumentCodes.map((instrument) => [instrument.code, instrument]));

/** Whether the law had such an instrument on that day. */
export function isInstrumentOn(code: string, on: string): boolean {
  const instrument = byCode.get(code);
  return instrument !== undefined && hasDay(instrument, on);
}

/**
 * What the code would tell about a person, or null. A code that nobody knows tells nothing: it is refused where it
 * comes in.
 */
export function tellsOf(code: string): Tells | null {
  return byCode.get(code)?.tells ?? null;
}
