import type { ListedRecipient } from './listed-recipient.ts';

/** Ada, with what no line of a list leaves out. */
export const listedAda = {
  customerNumber: '437D012345',
  benefitUnitNumber: '43705BG0001234',
  role: 'APPLICANT',
  givenName: 'Ada',
  familyName: 'Groß',
  birthDate: '1980-03-01',
  sex: 'FEMALE',
  municipality: '06431010',
  benefitSince: '2023-01-01',
} as const satisfies ListedRecipient;
