import type { caseEvents } from './cases.ts';
import type { employerEvents } from './employers.ts';
import type { measureEvents } from './measures.ts';
import type { peopleEvents } from './people.ts';

type DescriptionsOf<C extends { events: object }> = Record<keyof C['events'], string>;
type Descriptions = DescriptionsOf<typeof peopleEvents> &
  DescriptionsOf<typeof caseEvents> &
  DescriptionsOf<typeof measureEvents> &
  DescriptionsOf<typeof employerEvents>;

/** The meaning of each event, for other teams and for readers of a timeline. */
const descriptions: Descriptions = {
  'person.registered': 'A person came into the register. Who it is stays in the people service; the id is a pseudonym.',
  'person.updated': 'Facts about a person changed. Says which groups of facts, never what they are now.',
  'person.profiled':
    'What matching may know of a person was recorded or changed: coded, without age, health or family.',
  'benefitUnit.formed': 'People who are in need together became a benefit unit (Bedarfsgemeinschaft).',
  'benefitUnit.updated':
    'Members joined or left a benefit unit, or it moved to another municipality; says who belongs to it from that day.',
  'benefitUnit.benefitStarted': 'A benefit unit is in receipt of benefit from that day.',
  'benefitUnit.benefitEnded': 'A benefit unit is not in receipt any more; the day is the last one with benefit.',
  'benefitUnit.benefitWithdrawn':
    'What was said of a time of receipt was wrong: of the one that began on that day. If there was one at ' +
    'another time or with another end, that is said after it.',
  'import.started': 'A list of recipients is being handed over.',
  'import.submitted': 'The whole list is there and is being checked.',
  'import.staged': 'A list was checked line by line; nothing of it is in the register yet.',
  'import.decided': 'Somebody said whether a line of a list is about somebody who is known; who it is, is not said.',
  'import.confirmed': 'Somebody decided to take a checked list over; from here it is completed, also after a crash.',
  'import.discarded': 'A list was thrown away; nothing of it came into the register.',
  'import.completed': 'A list was taken over as a whole.',

  'project.started': 'A job centre and a municipality began a project together.',
  'project.updated': 'A project changed: its case managers, goals, partners or office hours.',
  'project.ended': 'A project came to its end.',
  'case.opened': 'The way of one person in one project began; names the contact and who else looks after the person.',
  'case.careTeamChanged': 'Other people look after the person from that day.',
  'case.closed': 'A case was closed, with a coded reason.',
  'case.reopened': 'A closed case goes on; names who looks after the person now.',
  'interview.invited': 'A person was invited to a talk on a day and to a place.',
  'interview.held':
    'A talk took place; says whether it was the first one of the case. The last of held, missed and excused ' +
    'about one interview holds, and takes the others back.',
  'interview.missed':
    'A person did not come and had no good reason; says how often that was in a row, of talks of any kind and ' +
    'of those that §7b(4) SGB II counts. The last of held, missed and excused about one interview holds, and ' +
    'takes the others back.',
  'interview.excused':
    'A person did not come and had a good reason, which is coded. The last of held, missed and excused about ' +
    'one interview holds, and takes the others back.',
  'interview.noted': 'There are notes on a talk, or other ones; what they say stays in the cases service.',
  'potential.assessed': 'Strengths and obstacles were assessed; what was found stays in the cases service.',
  'plan.agreed': 'A cooperation plan was agreed, with the day by which it is looked at again.',
  'plan.updated': 'A new version of a cooperation plan was agreed.',
  'plan.handedOver': 'The person was given the cooperation plan in writing.',
  'plan.notAgreed': 'A cooperation plan did not come about, for a coded reason.',
  'plan.stepChanged': 'A step of a cooperation plan was begun, done or given up.',
  'plan.reviewed': 'A cooperation plan was looked at again; names the next day for that.',
  'exchange.held': 'Job centre and municipality met; says what about and how much was agreed, never about whom.',
  'exchange.itemDone': 'Something that was agreed at an exchange meeting was done.',

  'measure.offered':
    'A measure can be booked: its instrument, municipality, days and number of places. What would tell of ' +
    'health or debts is said as PROTECTED, and so is the provider then.',
  'measure.offeredOutside':
    'A measure can be booked that takes place outside the district; the same facts as measure.offered, without ' +
    'a municipality.',
  'measure.updated': 'A measure changed; says which of its facts, and how many places it has now.',
  'enrolment.proposed': 'A measure was proposed to a person; no place is taken yet.',
  'enrolment.agreed': 'A person was given a place in a measure.',
  'enrolment.started': 'A person began a measure.',
  'enrolment.extended': 'A person was given the longer time in a measure that the law has for some.',
  'enrolment.ended': 'A person came to the end of a measure, with a coded outcome.',
  'enrolment.withdrawn': 'A place was given back, or a proposal taken back, for a coded reason.',
  'referral.sent':
    'A person was referred to a service or instrument elsewhere. What would tell of health or debts is said as ' +
    'PROTECTED, and so is the recipient then.',
  'referral.accepted': 'The other side takes the person.',
  'referral.rejected': 'The other side does not take the person, for a coded reason.',
  'referral.revoked': 'A referral was taken back, for a coded reason.',
  'referral.completed': 'What the person was referred to is over, with a coded outcome.',

  'employer.registered': 'An employer came into the register.',
  'employer.updated': 'Facts about an employer changed; says which groups of them.',
  'employer.contacted': 'Somebody of the employer service spoke with an employer; the outcome is coded.',
  'employer.leadReported': 'A town hall told of an opportunity at a company. Nothing about any person is on this way.',
  'employer.leadTakenUp': 'Somebody of the employer service follows a lead up.',
  'employer.leadAnswered': 'The reporter of a lead was told what became of it.',
  'vacancy.registered': 'An employer looks for somebody: occupation, hours, number of posts and first day.',
  'vacancy.registeredOutside':
    'An employer looks for somebody to work outside the district; the same facts as vacancy.registered, ' +
    'without a municipality.',
  'vacancy.updated': 'A vacancy changed; says which of its facts.',
  'vacancy.closed': 'A vacancy is not open any more, for a coded reason.',
  'proposal.made': 'A vacancy was proposed to a person; says whether with a notice of legal consequences.',
  'proposal.answered': 'A proposal was answered, by person or employer.',
  'proposal.withdrawn': 'A proposal was taken back, or ended with its vacancy, for a coded reason.',
  'placement.started': 'A person began to work or to train; says the kind and by which instruments it is subsidised.',
  'placement.continuityConfirmed': 'A person is still employed in the month after the start that is named, 1 to 6.',
  'placement.ended':
    'A placement came to its end, for a coded reason. Said again when day or reason were corrected: ' +
    'the last one holds.',
  'placement.withdrawn':
    'A placement was taken back, by mistake recorded or never begun: nothing said of it before counts any more.',
};

/** Returns the meaning of an event in one sentence; undefined for a name that no contract has. */
export function descriptionOf(name: string): string | undefined {
  return (descriptions as Record<string, string>)[name];
}
