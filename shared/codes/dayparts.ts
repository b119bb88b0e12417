/** The parts of the week in which somebody can work or learn, or work takes place: the graph's enum Daypart. */
export const dayparts = ['MORNING', 'AFTERNOON', 'EVENING', 'NIGHT', 'WEEKEND'] as const;
export type Daypart = (typeof dayparts)[number];
