import type {
  ListGrantsRequest,
  ListGrantsResponse,
  NewGrant,
  Proposal,
  RecordedGrant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createGrant } from './createGrant';
import { FAKE_USER } from './fakeIdentity';
import { forwardPageOf, isWanted, newestFirst } from './fakePages';
import type { FakeProposals } from './fakeProposals';
import { FakeRecords } from './fakeRecords';

/** Grants, asked for by one of the owners. */
export class FakeGrants {
  readonly #now: () => number;
  readonly #records: FakeRecords<RecordedGrant>;

  constructor(grants: RecordedGrant[], now: () => number) {
    this.#records = new FakeRecords('grant', grants);
    this.#now = now;
  }

  list(request: ListGrantsRequest): ListGrantsResponse {
    const found = this.#records
      .all()
      .filter(
        ({ boardRef, entityRef, state }) =>
          isWanted(request.entity, entityRef) &&
          isWanted(request.board, boardRef) &&
          isWanted(request.state, state),
      );
    return forwardPageOf(
      newestFirst(found, ({ openedAt }) => openedAt),
      request,
    );
  }

  propose(
    wanted: NewGrant & Pick<Partial<RecordedGrant>, 'renewalOf'>,
    proposals: FakeProposals,
  ): RecordedGrant {
    const { area, entityRef, expiresAt, reason, right, trial } = wanted;
    const { id, recommended } = this.#records.add({
      ...createGrant({ ...wanted, state: 'proposed', from: this.#now() }),
      trial,
      openedBy: FAKE_USER,
      openedAt: this.#now(),
    });
    const proposal = proposals.open({
      entityRef,
      reason,
      content: {
        ...{ matter: 'grant', grantId: id, area, right, recommended },
        ...{ expiresAt, trial, renewalOf: wanted.renewalOf },
      },
    });
    return this.#records.change(id, { proposalId: proposal.id });
  }

  renew(
    id: string,
    { expiresAt, reason }: { expiresAt: number; reason: string },
    proposals: FakeProposals,
  ): RecordedGrant {
    const { area, entityRef, may, right, trial } = this.#records.get(id);
    this.#records.require(may.renew, `The grant ${id} cannot be renewed`);
    return this.propose(
      { area, entityRef, expiresAt, reason, renewalOf: id, right, trial },
      proposals,
    );
  }

  revoke(id: string, reason: string): RecordedGrant {
    const { may } = this.#records.get(id);
    this.#records.require(may.revoke, `You may not revoke the grant ${id}`);
    return this.#records.change(id, {
      state: 'revoked',
      revokedAt: this.#now(),
      revokedBy: FAKE_USER,
      revokedReason: reason,
      may: { revoke: false, renew: false },
    });
  }

  decide({ content, state }: Proposal): void {
    if (content.matter !== 'grant' || !this.#records.find(content.grantId)) {
      return;
    }
    const isApproved = state === 'approved';
    this.#records.change(content.grantId, {
      state: isApproved ? 'in-force' : 'refused',
      decidedAt: this.#now(),
      from: this.#now(),
      may: { revoke: isApproved, renew: isApproved },
    });
  }
}
