import {
  autonomyProposalDecidePermission,
  type CompiledPolicy,
  type Incident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Knex } from 'knex';
import { inTransaction, type Clock } from '../../database';
import type { EvaluationMarks } from '../../evaluation';
import { causeOf, concerned, keyText, lockIncidents } from '../../incidents';
import type { OwnerAccess } from '../../permissions';
import type { AsUser } from '../AsUser';
import type { BoardAccess } from '../BoardAccess';
import { incidentEvidence } from '../incidents/incidentQuestion';
import { readIncident } from '../incidents/readIncident';
import { parseBody } from '../parseBody';
import type { ProposalDesk } from '../proposals';
import { bypassSchema, type NewBypassProposal } from './bypassSchema';
import { bypassUntil } from './bypassUntil';

/**
 * @internal
 */
export interface BypassOpenerOptions {
  boards: BoardAccess;
  clock: Clock;
  desk: Pick<ProposalDesk, 'open'>;
  knex: Knex;
  marks: EvaluationMarks;
  owners: Pick<OwnerAccess, 'isOwner'>;
  policy: CompiledPolicy;
}

/**
 * Brings before the board that a bypass be cleared, or renewed. Owners may ask for the first; members of the board move
 * either.
 *
 * @internal
 */
export class BypassOpener {
  readonly #options: BypassOpenerOptions;

  static create(options: BypassOpenerOptions): BypassOpener {
    return new BypassOpener(options);
  }

  private constructor(options: BypassOpenerOptions) {
    this.#options = options;
  }

  /**
   * @param body - as it was sent
   * @returns id of the proposal
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where it is no bypass in force, or one about it is
   * open
   */
  async open(body: unknown, as: AsUser): Promise<string> {
    const { boards, clock, desk, knex, marks, policy } = this.#options;
    const wish = parseBody(bypassSchema, body);
    const { entityRef, incidentId, reason, source, wanted } = wish;
    const entity = await boards.find(entityRef, as);
    const key = { source, id: incidentId };
    const found = await readIncident(knex, key);
    requireOf(found, wish);
    const isRequest = await this.#asks(found, wish, as);
    const now = await clock.now();
    const opened = await inTransaction(knex, async trx => {
      // As it is now, and in the order in which whoever reports locks.
      const record = (await lockIncidents(trx, [key])).get(keyText(key));
      requireOf(record?.incident, wish);
      const { incident } = record!;
      await marks.mark(trx, concerned(incident), now);
      const until = bypassUntil(incident, entity, policy);
      if (until === undefined || until <= now) {
        throw new ConflictError(
          until === undefined
            ? `Incident ${incidentId} of source ${source} is no bypass: its class is ${incident.class}`
            : `Incident ${incidentId} of source ${source} stopped counting as a bypass by itself at ${new Date(
                until,
              ).toISOString()}`,
        );
      }
      const { title } = incident;
      return desk.open(
        trx,
        {
          content: { matter: 'bypass', source, incidentId, title, wanted },
          entityRef,
          evidence: [
            ...incidentEvidence(incident),
            {
              kind: 'incident',
              ref: incidentId,
              title: 'Ends by itself',
              value: new Date(until).toISOString(),
            },
          ],
          isRequest,
          openedBy: as.credentials.principal.userEntityRef,
          reason,
          subject: `${source}/${incidentId}`,
        },
        now,
      );
    });
    return opened.id;
  }

  /** Whether the caller asks, as one of those who gain; otherwise they move it as a member of the board. */
  async #asks(
    incident: Incident,
    { entityRef, wanted }: NewBypassProposal,
    as: AsUser,
  ): Promise<boolean> {
    const { boards, owners } = this.#options;
    for (const ref of concerned(incident)) {
      if (await owners.isOwner(as.credentials, ref)) {
        if (wanted === 'renew') {
          throw new NotAllowedError(
            `Only members of the board who own nothing that the incident concerns may move to renew a bypass, and you own ${ref}`,
          );
        }
        return true;
      }
    }
    const entity = await boards.find(entityRef, as);
    if ((await boards.roleOf(entity, as)) !== 'board') {
      throw new NotAllowedError(
        `Only the owners of ${causeOf(
          incident,
        )} may ask to clear a bypass, and only members of the board of ${entityRef} may move to clear or renew it`,
      );
    }
    const permission = autonomyProposalDecidePermission;
    await boards.assertPermitted(entityRef, permission, as);
    return false;
  }
}

/** @throws NotFoundError where there is no such incident; InputError where it was reported on another entity */
function requireOf(
  incident: Incident | undefined,
  { entityRef, incidentId, source }: NewBypassProposal,
): asserts incident is Incident {
  if (!incident) {
    throw new NotFoundError(`No incident ${incidentId} of source ${source}`);
  }
  if (incident.entityRef !== entityRef) {
    throw new InputError(
      `Invalid entityRef: expected the entity that incident ${incidentId} was reported on, found ${entityRef}`,
    );
  }
}
