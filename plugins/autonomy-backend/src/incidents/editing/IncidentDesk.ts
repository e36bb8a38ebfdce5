import type { IncidentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Knex } from 'knex';
import type { Clock } from '../../database';
import type { EvaluationMarks, EvaluationRecords } from '../../evaluation';
import { describeIssues } from '../../ingestion/describeIssues';
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
import { editIncident } from './editIncident';
import { incidentPatchSchema } from './incidentPatchSchema';
import type { IncidentEditor, ProposalVerdict } from './types';

/**
 * @internal
 */
export interface IncidentDeskOptions {
  clock: Clock;
  knex: Knex;
  /** Told of what an entity answers for from now on, in the same transaction. */
  records: Pick<EvaluationRecords, 'addHistory'>;
  /** Told of entities whose evidence changes, in the same transaction. */
  marks: EvaluationMarks;
}

/** An incident that nobody else can change, with all proposals about it. */
interface Opened {
  record: IncidentRecord;
  proposals: IncidentProposal[];
}

/**
 * Where edits of incidents and decisions about them are written. Who may do what is decided before.
 *
 * @internal
 */
export class IncidentDesk {
  readonly #options: IncidentDeskOptions;

  static create(options: IncidentDeskOptions): IncidentDesk {
    return new IncidentDesk(options);
  }

  private constructor(options: IncidentDeskOptions) {
    this.#options = options;
  }

  /**
   * @param patch - as it was sent
   * @throws InputError, NotAllowedError; NotFoundError where it has been deleted
   */
  async edit(
    key: IncidentKey,
    patch: unknown,
    editor: IncidentEditor,
  ): Promise<void> {
    const now = await this.#options.clock.now();
    await this.#open(key, now, async (trx, { proposals, record }) => {
      const schema = incidentPatchSchema({ incident: record.incident, now });
      const { data, error } = schema.safeParse(patch);
      if (error) {
        const { field, message } = describeIssues(error.issues, patch);
        throw new InputError(`Invalid ${field || 'body'}: ${message}`);
      }
      const edit = editIncident({
        record,
        proposals,
        patch: data,
        editor,
        now,
      });
      await addProposals(trx, edit.added);
      await decideProposals(trx, idsOf(edit.settled), {
        decision: 'accepted',
        decidedBy: editor.ref,
        decidedAt: now,
        decisionReason: data.reason,
      });
      return edit.record;
    });
  }

  /**
   * @throws NotFoundError where there is no such proposal; ConflictError where it is decided already;
   * NotAllowedError where who decides has asked for the same
   */
  async decide(
    key: IncidentKey,
    proposalId: string,
    { decision, reason }: ProposalVerdict,
    decidedBy: string,
  ): Promise<void> {
    const now = await this.#options.clock.now();
    await this.#open(key, now, async (trx, { proposals, record }) => {
      const proposal = proposals.find(({ id }) => id === proposalId);
      if (!proposal) {
        throw new NotFoundError(`No proposal ${proposalId}`);
      }
      if (!isPending(proposal)) {
        throw new ConflictError(
          `The proposal ${proposalId} is ${proposal.decision} already`,
        );
      }
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
      return decision === 'accepted'
        ? changeIncident(record, proposal, now)
        : record;
    });
  }

  /** Both sides of a move are told. */
  async #open(
    key: IncidentKey,
    now: number,
    change: (trx: Knex.Transaction, opened: Opened) => Promise<IncidentRecord>,
  ): Promise<void> {
    const { knex, marks, records } = this.#options;
    await knex.transaction(async trx => {
      const record = (await lockIncidents(trx, [key])).get(keyText(key));
      if (!record) {
        throw new NotFoundError(
          `No incident ${key.id} of source ${key.source}`,
        );
      }
      const proposals =
        (await readProposals(trx, [key])).get(keyText(key)) ?? [];
      const changed = await change(trx, { record, proposals });
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
          after
            .filter(ref => !before.includes(ref))
            .map(ref => [ref, startedAt]),
        ),
      );
    });
  }
}

function idsOf(proposals: readonly IncidentProposal[]): string[] {
  return proposals.map(({ id }) => id);
}
