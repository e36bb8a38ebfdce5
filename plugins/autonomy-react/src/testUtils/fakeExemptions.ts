import type {
  ExemptionRequest,
  ListExemptionsRequest,
  ListExemptionsResponse,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { FAKE_USER } from './fakeIdentity';
import {
  conflict,
  forwardPageOf,
  isWanted,
  newestFirst,
  notFound,
} from './fakePages';

/** Exemptions; requests for them wait for a board that never decides. */
export class FakeExemptions {
  #exemptions: RecordedExemption[];
  #requested = 0;

  constructor(exemptions: RecordedExemption[]) {
    this.#exemptions = exemptions;
  }

  list(request: ListExemptionsRequest): ListExemptionsResponse {
    const found = this.#exemptions.filter(
      ({ entityRef, state }) =>
        isWanted(request.entity, entityRef) && isWanted(request.state, state),
    );
    return forwardPageOf(
      newestFirst(found, ({ requestedAt }) => requestedAt),
      request,
    );
  }

  request(wanted: ExemptionRequest): RecordedExemption {
    const open = this.#exemptions.find(
      ({ entityRef, checkId, state }) =>
        state === 'requested' &&
        entityRef === wanted.entityRef &&
        checkId === wanted.checkId,
    );
    if (open) throw conflict(`The request ${open.id} is not decided yet`);
    this.#requested += 1;
    const requested: RecordedExemption = {
      ...wanted,
      id: `exemption-${this.#requested}`,
      state: 'requested',
      requestedBy: FAKE_USER,
      requestedAt: Date.now(),
    };
    // In front, so that it is the newest even within one millisecond.
    this.#exemptions = [requested, ...this.#exemptions];
    return requested;
  }

  withdraw(id: string): RecordedExemption {
    const exemption = this.#exemptions.find(each => each.id === id);
    if (!exemption) throw notFound(`exemption ${id}`);
    if (exemption.state === 'withdrawn') return exemption;
    if (exemption.state !== 'requested') {
      throw conflict(`The request ${id} is decided`);
    }
    const withdrawn: RecordedExemption = {
      ...exemption,
      state: 'withdrawn',
      decidedAt: Date.now(),
    };
    this.#exemptions = this.#exemptions.map(each =>
      each === exemption ? withdrawn : each,
    );
    return withdrawn;
  }
}
