import { describe } from '@jest/globals';
import { changingContract } from './contract/changing.contract.ts';
import { findingContract } from './contract/finding.contract.ts';
import { leaseContract } from './contract/lease.contract.ts';
import { outboxContract } from './contract/outbox.contract.ts';
import { pagingContract } from './contract/paging.contract.ts';
import { recordsContract } from './contract/records.contract.ts';
import { uniqueValuesContract } from './contract/unique-values.contract.ts';
import { viewsContract } from './contract/views.contract.ts';
import { courseStore, type DocumentsUnderTest } from './contract/course-store.fixture.ts';

export type { DocumentsUnderTest };

/** Checks what every engine behind the documents port promises. */
export function documentsContract(engine: string, underTest: () => Promise<DocumentsUnderTest>): void {
  describe(`documents on ${engine}`, () => {
    const store = courseStore(underTest);
    changingContract(store);
    uniqueValuesContract(store);
    findingContract(store);
    pagingContract(store);
    outboxContract(store);
    recordsContract(store);
    leaseContract(store);
    viewsContract(store);
  });
}
