/** A project to play in: what was published about it, or for the present-day one, what we invented. */
export type DemoProject = {
  key: string;
  municipality: string;
  town: string;
  postcode: string;
  title: string;
  caseManager: string;
  townHall: string;
  startedOn: string;
  /** The last day of the period the figures are about. */
  until: string;
  /** The work goes on behind the period: what is offered runs on, from whatever day the demo is played. */
  goesOn?: true;
  recipients: number;
  talks: number;
  /** Distinct people those talks were held with. */
  reached: number;
  placed: number;
  /** Benefit units that need no more benefit. */
  unitsLeft: number;
  measures: number;
  plans: number;
  exchanges: number;
  leads: number;
  /** Goals beside a talk with everybody. */
  goals?: readonly { code: string; target: number; text?: string }[];
  /**
   * Of the people placed, who is funded under what, by their place among them; of the others every fourth with §88 SGB
   * III.
   */
  fundedBy?: Readonly<Record<number, 'P16E' | 'P16I'>>;
  /** Of the people placed, after how many months the work was confirmed, by their place among them. */
  lasted?: Readonly<Record<number, number>>;
  /**
   * People at the end of the list whose case is open and who were not invited yet; only the present-day project has
   * them.
   */
  notInvited?: number;
};

const published = { startedOn: '2013-09-02', until: '2014-04-30' };

/**
 * The three projects of the Neue Wege job centre in Kreis Bergstraße, from September 2013 to April 2014. Published: 320
 * talks in the town halls, 11 of 77, 13 of 70 and 73 of 265 recipients placed, 24 benefit units fewer. How the talks
 * and the units divide over the three was not published; here they follow the number of recipients. The fourth, of
 * 2026, is invented and shows the rules in force now, and whatever else a screen of the journey shows. Its third person
 * has been in receipt for five years with a child, so §16i fits; §16e fits whoever has been in receipt for 21 of 24
 * months.
 */
export const demoProjects: readonly DemoProject[] = [
  {
    ...published,
    key: 'gross-rohrheim',
    municipality: '06431010',
    town: 'Groß-Rohrheim',
    postcode: '68649',
    title: 'Kurze Wege Groß-Rohrheim',
    caseManager: 'anna.berg',
    townHall: 'rathaus.gross-rohrheim',
    recipients: 77,
    talks: 60,
    reached: 52,
    placed: 11,
    unitsLeft: 4,
    measures: 9,
    plans: 18,
    exchanges: 3,
    leads: 4,
  },
  {
    ...published,
    key: 'einhausen',
    municipality: '06431006',
    town: 'Einhausen',
    postcode: '64683',
    title: 'Kurze Wege Einhausen',
    caseManager: 'anna.berg',
    townHall: 'rathaus.einhausen',
    recipients: 70,
    talks: 54,
    reached: 47,
    placed: 13,
    unitsLeft: 4,
    measures: 8,
    plans: 16,
    exchanges: 3,
    leads: 4,
  },
  {
    ...published,
    key: 'fuerth',
    municipality: '06431007',
    town: 'Fürth',
    postcode: '64658',
    title: 'Kurze Wege Fürth',
    caseManager: 'jonas.keller',
    townHall: 'rathaus.fuerth',
    recipients: 265,
    talks: 206,
    reached: 180,
    placed: 73,
    unitsLeft: 16,
    measures: 31,
    plans: 60,
    exchanges: 4,
    leads: 5,
  },
  {
    key: 'rimbach',
    municipality: '06431019',
    town: 'Rimbach',
    postcode: '64668',
    title: 'Kurze Wege Rimbach',
    startedOn: '2026-08-03',
    until: '2026-10-31',
    goesOn: true,
    caseManager: 'jonas.keller',
    townHall: 'rathaus.rimbach',
    recipients: 48,
    talks: 30,
    reached: 26,
    placed: 7,
    unitsLeft: 2,
    measures: 6,
    plans: 14,
    exchanges: 2,
    leads: 3,
    fundedBy: { 1: 'P16E', 2: 'P16I' },
    lasted: { 0: 1, 1: 1 },
    notInvited: 2,
    goals: [
      { code: 'PLACEMENTS', target: 12 },
      { code: 'OTHER', target: 4, text: 'Kitaplätze vor acht Uhr' },
    ],
  },
];
