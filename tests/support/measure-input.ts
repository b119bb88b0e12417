/** The input of `offerMeasure`, but for where it is held, when, and for how many. */
export const measureInput = {
  title: 'Aktiv vor Ort',
  provider: { id: 'bildungswerk-bergstrasse', name: 'Bildungswerk Bergstraße' },
  instrument: 'P45_MAT',
  hoursPerWeek: 20,
  dayparts: ['MORNING'],
};
