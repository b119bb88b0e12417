import type { Role } from '#shared/identity/identity.ts';

/** A user of the demo house whom anybody on this machine may be. */
export type DemoUser = {
  id: string;
  label: string;
  may: string;
  role: Role;
  municipalities: string[];
  providerId?: string;
};

const GROSS_ROHRHEIM = '06431010';
const EINHAUSEN = '06431006';
const FUERTH = '06431007';
const RIMBACH = '06431019';
const ALL = [GROSS_ROHRHEIM, EINHAUSEN, FUERTH, RIMBACH];

/** The rights of each role, in a sentence for whoever picks a user; the access rules of each service decide. */
const may: Record<Role, string> = {
  CASE_MANAGER:
    'Opens cases and sees everything about the people in them; of the others, only those whom nobody looks after yet.',
  TEAM_LEAD: 'Starts projects, takes lists over, offers measures; sees every person and the exact figures.',
  EMPLOYER_SERVICE:
    'Keeps employers and vacancies, answers leads; learns a name once a vacancy is proposed to that person.',
  TOWN_HALL: 'Leaves leads, takes part in exchange meetings, reads protected figures; never sees a person.',
  PROVIDER: 'Sees its own measures and the names of those who have a place in them; no contact, no case.',
  OPERATOR: 'Keeps the house running; the graph shows them no person, no case and no project.',
  ANALYST: 'Reads projects and protected figures; never sees a person.',
};

const users: Omit<DemoUser, 'may'>[] = [
  {
    id: 'anna.berg',
    label: 'Anna Berg · case manager, Groß-Rohrheim and Einhausen',
    role: 'CASE_MANAGER',
    municipalities: [GROSS_ROHRHEIM, EINHAUSEN],
  },
  {
    id: 'jonas.keller',
    label: 'Jonas Keller · case manager, Fürth and Rimbach',
    role: 'CASE_MANAGER',
    municipalities: [FUERTH, RIMBACH],
  },
  {
    id: 'miriam.vogt',
    label: 'Miriam Vogt · team lead, all four municipalities',
    role: 'TEAM_LEAD',
    municipalities: ALL,
  },
  { id: 'carla.stein', label: 'Carla Stein · employer service', role: 'EMPLOYER_SERVICE', municipalities: ALL },
  {
    id: 'rathaus.gross-rohrheim',
    label: 'Town hall Groß-Rohrheim',
    role: 'TOWN_HALL',
    municipalities: [GROSS_ROHRHEIM],
  },
  { id: 'rathaus.einhausen', label: 'Town hall Einhausen', role: 'TOWN_HALL', municipalities: [EINHAUSEN] },
  { id: 'rathaus.fuerth', label: 'Town hall Fürth', role: 'TOWN_HALL', municipalities: [FUERTH] },
  { id: 'rathaus.rimbach', label: 'Town hall Rimbach', role: 'TOWN_HALL', municipalities: [RIMBACH] },
  {
    id: 'kurs.bildungswerk',
    label: 'Bildungswerk Bergstraße · measure provider',
    role: 'PROVIDER',
    municipalities: [],
    providerId: 'bildungswerk-bergstrasse',
  },
  { id: 'olaf.brandt', label: 'Olaf Brandt · operator, no personal data', role: 'OPERATOR', municipalities: [] },
  { id: 'ada.lenz', label: 'Ada Lenz · analyst, figures only', role: 'ANALYST', municipalities: ALL },
];

export const demoUsers: DemoUser[] = users.map((user) => ({ ...user, may: may[user.role] }));
