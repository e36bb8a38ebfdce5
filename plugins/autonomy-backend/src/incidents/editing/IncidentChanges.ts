import type { IncidentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Knex } from 'knex';
import type { EvaluationMarks, EvaluationRecords } from '../../evaluation';
import {
  isPending,
  isSameChange,
  type IncidentProposal,
} from '../record/IncidentProposal';
import {
  concerned,
  keyText,
  type IncidentRecord,
} from '../record/IncidentRecord';
import { lockIncidents, writeIncidents } from '../record/incidentsTable';
import {
  addProposals,
  decideProposals,
  readProposals,
} from '../record/proposalsTable';
import { changeIncident } from './changeIncident';
import type { ProposalVerdict } from './types';

/**
 * @internal
 */
export interface IncidentChangesOptions {
  /** Told of what an entity answers for from now on, in the same transaction. */
  records: Pick<EvaluationRecords, 'addHistory'>;
  /** Told of entities whose evidence changes, in the same transaction. */
  marks: EvaluationMarks;
}

/**
 * An incident that nobody else can change, with all proposals about it.
 *
 * @internal
 */
export interface OpenedIncident {
  record: IncidentRecord;
  proposals: IncidentProposal[];
}

/**
 * Writes what becomes of incidents, whoever decided it. Who may do what is decided before.
 *
 * @internal
 */
export class IncidentChanges {
  readonly #options: IncidentChangesOptions;

  static create(options: IncidentChangesOptions): IncidentChanges {
    return new IncidentChanges(options);
  }

  private constructor(options: IncidentChangesOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError where it has been deleted */
  async open(trx: Knex.Transaction, key: IncidentKey): Promise<OpenedIncident> {
    const record = (await lockIncidents(trx, [key])).get(keyText(key));
    if (!record) {
      throw new NotFoundError(`No incident ${key.id} of source ${key.source}`);
    }
    const proposals = (await readProposals(trx, [key])).get(keyText(key)) ?? [];
    return { record, proposals };
  }

  /**
   * Decides a pending proposal, and with an acceptance all that ask for the same.
   *
   * @param now - UTC milliseconds
   * @throws NotFoundError where there is no such proposal; ConflictError where it is decided already;
   * NotAllowedError where who decides has asked for the same
   */
  async decide(
    trx: Knex.Transaction,
    key: IncidentKey,
    proposalId: string,
    verdict: ProposalVerdict & { decidedBy: string },
    now: number,
  ): Promise<void> {
    const { decidedBy, decision, reason } = verdict;
    const { proposals, record } = await this.open(trx, key);
    const proposal = pendingOne(proposals, proposalId);
    const alike = proposals.filter(
      each => isPending(each) && isSameChange(each, proposal),
    );
    if (
      decision === 'accepted' &&
      alike.some(({ proposedBy }) => proposedBy === decidedBy)
    ) {
      throw new NotAllowedError('Nobody decides on their own proposal');
    }
    await decideProposals(
      trx,
      decision === 'accepted' ? idsOf(alike) : [proposalId],
      { decision, decidedBy, decidedAt: now, decisionReason: reason },
    );
    if (decision === 'accepted') {
      await this.write(trx, record, changeIncident(record, proposal, now), now);
    }
  }

  /**
   * Makes a change true, and notes it as one that was accepted.
   *
   * @param now - UTC milliseconds
   */
  async apply(
    trx: Knex.Transaction,
    { record, proposals }: OpenedIncident,
    change: Pick<
      IncidentProposal,
      'decidedBy' | 'field' | 'proposedBy' | 'reason' | 'value'
    >,
    now: number,
  ): Promise<void> {
    const { id, source } = record.incident;
    const accepted = { decision: 'accepted', decidedAt: now } as const;
    await addProposals(trx, [
      { ...change, ...accepted, incident: { id, source }, proposedAt: now },
    ]);
    const alike = proposals.filter(
      each => isPending(each) && isSameChange(each, change),
    );
    await decideProposals(trx, idsOf(alike), {
      ...accepted,
      decidedBy: change.decidedBy ?? change.proposedBy,
      decisionReason: change.reason,
    });
    await this.write(trx, record, changeIncident(record, change, now), now);
  }

  /** Both sides of a move are told. */
  async write(
    trx: Knex.Transaction,
    record: IncidentRecord,
    changed: IncidentRecord,
    now: number,
  ): Promise<void> {
    const { marks, records } = this.#options;
    if (changed === record) {
      return;
    }
    await writeIncidents(trx, [changed]);
    const before = concerned(record.incident);
    const after = concerned(changed.incident);
    const { startedAt } = changed.incident;
    await marks.mark(trx, [...before, ...after], now);
    await records.addHistory(
      trx,
      new Map(
        after.filter(ref => !before.includes(ref)).map(ref => [ref, startedAt]),
      ),
    );
  }
}

/**
 * A proposal that is not decided.
 *
 * @throws NotFoundError where there is no such proposal; ConflictError where it is decided already
 * @internal
 */
export function pendingOne(
  proposals: readonly IncidentProposal[],
  proposalId: string,
): IncidentProposal {
  const proposal = proposals.find(({ id }) => id === proposalId);
  if (!proposal) {
    throw new NotFoundError(`No proposal ${proposalId}`);
  }
  if (!isPending(proposal)) {
    throw new ConflictError(
      `The proposal ${proposalId} is ${proposal.decision} already`,
    );
  }
  return proposal;
}

function idsOf(proposals: readonly IncidentProposal[]): string[] {
  return proposals.map(({ id }) => id);
}
