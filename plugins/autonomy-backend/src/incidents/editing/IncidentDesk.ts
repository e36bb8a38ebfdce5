import type {
  Incident,
  IncidentChange,
  IncidentKey,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inTransaction, type Clock } from '../../database';
import { describeIssues } from '../../ingestion/describeIssues';
import { addProposals, decideProposals } from '../record/proposalsTable';
import { editIncident } from './editIncident';
import type { IncidentAgenda, IncidentTerms } from './IncidentAgenda';
import {
  IncidentChanges,
  pendingOne,
  type IncidentChangesOptions,
} from './IncidentChanges';
import { incidentPatchSchema } from './incidentPatchSchema';
import type { IncidentEditor, ProposalVerdict } from './types';

/**
 * @internal
 */
export interface IncidentDeskOptions extends IncidentChangesOptions {
  /** What boards are asked; without one the word of each of their members counts. */
  agenda?: IncidentAgenda;
  clock: Clock;
  knex: Knex;
}

/**
 * Where edits of incidents and decisions about them are written. Who may do what is decided before.
 *
 * @internal
 */
export class IncidentDesk {
  readonly #changes: IncidentChanges;
  readonly #options: IncidentDeskOptions;

  static create(options: IncidentDeskOptions): IncidentDesk {
    return new IncidentDesk(options);
  }

  private constructor(options: IncidentDeskOptions) {
    this.#changes = IncidentChanges.create(options);
    this.#options = options;
  }

  /**
   * @param patch - as it was sent
   * @throws InputError, NotAllowedError; NotFoundError where it has been deleted; ConflictError for what only a vote of
   * the board can say
   */
  async edit(
    key: IncidentKey,
    patch: unknown,
    editor: IncidentEditor,
  ): Promise<void> {
    const { agenda, clock, knex } = this.#options;
    const now = await clock.now();
    await inTransaction(knex, async trx => {
      const { proposals, record } = await this.#changes.open(trx, key);
      const { incident } = record;
      const schema = incidentPatchSchema({ incident, now });
      const { data, error } = schema.safeParse(patch);
      if (error) {
        const { field, message } = describeIssues(error.issues, patch);
        throw new InputError(`Invalid ${field || 'body'}: ${message}`);
      }
      const terms = await agenda?.termsOf(trx, incident, now);
      requireNoBypass(incident, data, editor, terms);
      const edit = editIncident({
        record,
        proposals,
        patch: data,
        editor: { ...editor, decidesAlone: terms?.decidesAlone ?? true },
        now,
      });
      await addProposals(trx, edit.added);
      await decideProposals(
        trx,
        edit.settled.map(({ id }) => id),
        {
          decision: 'accepted',
          decidedBy: editor.ref,
          decidedAt: now,
          decisionReason: data.reason,
        },
      );
      await this.#changes.write(trx, record, edit.record, now);
      const isMember = editor.isBoard && !editor.isOwner;
      await agenda?.bringUpToDate(trx, key, now, {
        movedBy: isMember ? editor.ref : undefined,
      });
    });
  }

  /**
   * @param by - `isBoard`: as one member of the board; otherwise as the owner who receives the incident
   * @throws NotFoundError where there is no such proposal; ConflictError where it is decided already, or not by one
   * member alone; NotAllowedError where who decides has asked for the same
   */
  async decide(
    key: IncidentKey,
    proposalId: string,
    verdict: ProposalVerdict,
    by: Pick<IncidentEditor, 'isBoard' | 'ref'>,
  ): Promise<void> {
    const { agenda, clock, knex } = this.#options;
    const now = await clock.now();
    await inTransaction(knex, async trx => {
      const { proposals, record } = await this.#changes.open(trx, key);
      const proposal = pendingOne(proposals, proposalId);
      const decidedBy = by.ref;
      const isDecided = await agenda?.decide(
        trx,
        record.incident,
        { ...verdict, decidedBy, isBoard: by.isBoard, proposal },
        now,
      );
      if (!isDecided) {
        const decision = { ...verdict, decidedBy };
        await this.#changes.decide(trx, key, proposalId, decision, now);
      }
      await agenda?.bringUpToDate(trx, key, now);
    });
  }
}

/** A bypass is cleared and renewed by a vote of its own. */
function requireNoBypass(
  { class: current, id, source }: Incident,
  { class: wanted }: IncidentChange,
  { isBoard }: IncidentEditor,
  { bypassUntil }: Partial<IncidentTerms> = {},
): void {
  const isSaidAgain = wanted === current && !isBoard;
  if (wanted !== undefined && bypassUntil !== undefined && !isSaidAgain) {
    throw new ConflictError(
      `Incident ${id} of source ${source} is a bypass until ${new Date(
        bypassUntil,
      ).toISOString()}: propose to the board to clear or to renew it (POST /proposals with matter bypass)`,
    );
  }
}
