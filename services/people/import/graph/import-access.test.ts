import { describe, expect, test } from '@jest/globals';
import { roles, type Actor, type Role } from '#shared/identity/identity.ts';
import { importsVisibleTo, mayConfirm, mayImport, maySeeState } from './import-access.ts';

const here = { municipality: '06431010' };
const actorOf = (role: Role): Actor => ({ id: 'somebody', role, municipalities: [here.municipality] });
const rolesThat = (may: (actor: Actor) => boolean): Role[] => roles.filter((role) => may(actorOf(role)));

describe('who may do what with a list', () => {
  test('case managers and team leads import the lists of their municipalities', () => {
    expect(rolesThat((actor) => mayImport(actor, here))).toEqual(['CASE_MANAGER', 'TEAM_LEAD']);
    expect(rolesThat((actor) => mayImport(actor, { municipality: '06431006' }))).toEqual([]);
  });

  test('team leads alone confirm a list', () => {
    expect(rolesThat((actor) => mayConfirm(actor, here))).toEqual(['TEAM_LEAD']);
  });

  test('operators see the state of imports everywhere, case managers and team leads in their municipalities', () => {
    expect(rolesThat((actor) => maySeeState(actor, here))).toEqual(['CASE_MANAGER', 'TEAM_LEAD', 'OPERATOR']);
    expect(rolesThat((actor) => maySeeState(actor, { municipality: '06431006' }))).toEqual(['OPERATOR']);
  });

  test('every role that sees no state is refused the list of imports', () => {
    const seesImports = (actor: Actor): boolean => {
      try {
        importsVisibleTo(actor, undefined);
        return true;
      } catch {
        return false;
      }
    };
    expect(rolesThat(seesImports)).toEqual(rolesThat((actor) => maySeeState(actor, here)));
  });
});
