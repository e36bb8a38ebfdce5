import type {
  BatchResponse,
  NewAttestation,
  RecordedAttestation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { FAKE_OWNER, FAKE_USER } from './fakeIdentity';
import { newestFirst, notFound } from './fakePages';

/** Answers of the owners; a later one replaces the one before it. */
export class FakeAttestations {
  #answers: RecordedAttestation[];
  #given = 0;

  constructor(answers: RecordedAttestation[]) {
    this.#answers = answers;
  }

  list(entityRef: string): RecordedAttestation[] {
    const found = this.#answers.filter(each => each.entityRef === entityRef);
    return newestFirst(found, ({ recordedAt }) => recordedAt);
  }

  attest(answers: NewAttestation[]): BatchResponse {
    const results = answers.map((answer, index) => ({
      index,
      status: 'stored' as const,
      id: this.#store(answer),
    }));
    return { stored: results.length, unchanged: 0, rejected: 0, results };
  }

  withdraw(id: string): RecordedAttestation {
    const answer = this.#answers.find(each => each.id === id);
    if (!answer) throw notFound(`attestation ${id}`);
    const withdrawn: RecordedAttestation = {
      ...answer,
      state: 'withdrawn',
      withdrawnAt: Date.now(),
    };
    this.#answers = this.#answers.map(each =>
      each === answer ? withdrawn : each,
    );
    return withdrawn;
  }

  #store(answer: NewAttestation): string {
    this.#given += 1;
    const id = `attestation-${this.#given}`;
    const former = this.#answers.map(each =>
      each.state === 'in-force' &&
      each.entityRef === answer.entityRef &&
      each.checkId === answer.checkId
        ? { ...each, state: 'replaced' as const }
        : each,
    );
    const stored: RecordedAttestation = {
      ...answer,
      id,
      state: 'in-force',
      attestedBy: FAKE_USER,
      ownerRef: FAKE_OWNER,
      recordedAt: Date.now(),
    };
    // In front, so that it is the newest even within one millisecond.
    this.#answers = [stored, ...former];
    return id;
  }
}
