import { importFile } from '#infra/operate/import/import-file.ts';
import { at } from '#tests/support/at.ts';
import { asked, done } from '#tests/support/graph-of.ts';
import type { HouseUnderTest } from '#tests/support/house.ts';
import { importFileOf, type ListLine } from '#tests/support/import-files.ts';
import { EINHAUSEN, FUERTH, secrets } from './furnishing.ts';

/** What attackers have put into the house beforehand, each within what they may do. */
export type Lures = {
  /** Kai's own person stands before the other one in every list, with the same obstacle. */
  decoyId: string;
  /**
   * Lists that were checked and not confirmed: Kai's holds one guess about the person, Jonas' the BG number of their
   * household.
   */
  guessId: string;
  strangerId: string;
  /** The end of a page of Kai's list of people. */
  cursor: string;
};

const empty: ListLine = {
  Straße: '',
  PLZ: '',
  Ort: '',
  Telefon: '',
  'E-Mail': '',
  Schulabschluss: '',
  Berufsabschluss: '',
  Berufe: '',
  Sprachen: '',
  Mobilität: '',
  Stunden: '',
  Kinder: '',
  Hemmnisse: '',
  Schwerbehinderung: '',
  'Leistungsbezug bis': '',
};
const guess: ListLine = {
  ...empty,
  Kundennummer: secrets.customerNumber,
  'BG-Nummer': secrets.number,
  Vorname: secrets.givenName,
  Nachname: secrets.familyName,
  Geburtsdatum: '03.02.1981',
  AGS: EINHAUSEN,
  'Leistungsbezug seit': '01.04.2023',
  Hemmnisse: 'Schulden',
};
const stranger: ListLine = {
  ...empty,
  Kundennummer: '437D000002',
  'BG-Nummer': secrets.number,
  Vorname: 'Eva',
  Nachname: 'Fremd',
  Geburtsdatum: '05.05.1975',
  AGS: FUERTH,
  'Leistungsbezug seit': '01.01.2010',
};

export async function layLures(house: HouseUnderTest, projectId: string): Promise<Lures> {
  const staged = async (user: string, line: ListLine, municipality: string): Promise<string> => {
    const { status } = await importFile(
      (query, variables) => asked(house, user, query, variables),
      { bytes: Buffer.from(importFileOf([line])), municipality, confirm: false },
      () => undefined,
    );
    return status.id;
  };
  const registered = await done(house, 'kai.neu', {
    name: 'registerPerson',
    selection: 'person { id }',
    input: {
      customerNumber: '437D000003',
      givenName: 'Aa',
      familyName: 'Kanarie',
      birthDate: '1981-02-02',
      sex: 'FEMALE',
      municipality: EINHAUSEN,
    },
  });
  const decoyId = String(at(registered, 'person.id'));
  // Kai works in the project just long enough to be given one case of it.
  const caseManagers = (caseManagerIds: string[]) =>
    done(house, 'miriam.vogt', {
      name: 'updateProject',
      selection: 'project { id }',
      input: { projectId, caseManagerIds },
    });
  await caseManagers(['anna.berg', 'kai.neu']);
  await done(house, 'miriam.vogt', {
    name: 'openCase',
    selection: 'case { id }',
    input: { projectId, personId: decoyId, contactId: 'kai.neu', careTeam: ['kai.neu'], openedOn: '2026-01-06' },
  });
  await caseManagers(['anna.berg']);
  await done(house, 'kai.neu', {
    name: 'recordObstacles',
    selection: 'person { id }',
    input: { personId: decoyId, obstacles: ['DEBT'] },
  });
  const page = await asked(house, 'kai.neu', '{ persons { pageInfo { endCursor } } }');
  return {
    decoyId,
    guessId: await staged('kai.neu', guess, EINHAUSEN),
    strangerId: await staged('jonas.keller', stranger, FUERTH),
    cursor: String(at(page, 'persons.pageInfo.endCursor')),
  };
}
