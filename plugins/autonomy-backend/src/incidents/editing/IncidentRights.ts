import {
  autonomyIncidentClassifyPermission,
  type Incident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { EntityIndexStore } from '../../entities';
import { requirePermission, type OwnerAccess } from '../../permissions';
import type { ProposedChange } from '../record/IncidentProposal';
import { causeOf, concerned } from '../record/IncidentRecord';

/**
 * @internal
 */
export interface IncidentRightsOptions {
  /** Whether boards decide at all: without permissions everybody would have theirs. */
  boardsDecide: boolean;
  index: Pick<EntityIndexStore, 'readScoped'>;
  owners: OwnerAccess;
  permissions: PermissionsService;
}

/**
 * Who has a say about an incident.
 *
 * @internal
 */
export class IncidentRights {
  readonly #options: IncidentRightsOptions;

  static create(options: IncidentRightsOptions): IncidentRights {
    return new IncidentRights(options);
  }

  private constructor(options: IncidentRightsOptions) {
    this.#options = options;
  }

  /** Whether the caller owns an entity that the incident concerns. */
  async isOwner(
    incident: Incident,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    for (const ref of concerned(incident)) {
      if (await this.#options.owners.isOwner(credentials, ref)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the caller decides as the board. */
  async mayDecide(
    { entityRef }: Pick<Incident, 'entityRef'>,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { boardsDecide, owners, permissions } = this.#options;
    if (
      !boardsDecide ||
      !(await owners.isBoardMember(credentials, entityRef))
    ) {
      return false;
    }
    try {
      await requirePermission(
        permissions,
        autonomyIncidentClassifyPermission,
        credentials,
      );
      return true;
    } catch (error) {
      if (error instanceof NotAllowedError) {
        return false;
      }
      throw error;
    }
  }

  /**
   * Whether the caller would answer for the incident, and so may take it: from another owner, or a debit
   * would be handed round at home.
   */
  async receives(
    incident: Incident,
    proposal: ProposedChange | undefined,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    if (proposal?.field !== 'causedBy') {
      return false;
    }
    const { value } = proposal;
    return (
      (await this.#options.owners.isOwner(credentials, value)) &&
      (await this.#ownerOf(value)) !== (await this.#ownerOf(causeOf(incident)))
    );
  }

  async #ownerOf(ref: string): Promise<string | undefined> {
    const [entity] = await this.#options.index.readScoped([ref]);
    return entity?.snapshot.ownerRef;
  }
}
