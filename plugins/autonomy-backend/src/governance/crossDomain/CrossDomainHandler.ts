import { autonomyProposalDecidePermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { MatterHandler } from '../proposals';

/**
 * What the central board says of several domains is for people: it is recorded, and changes no figure.
 *
 * @internal
 */
export class CrossDomainHandler implements MatterHandler {
  readonly matter = 'cross-domain';
  readonly permission = autonomyProposalDecidePermission;

  static create(): CrossDomainHandler {
    return new CrossDomainHandler();
  }

  private constructor() {}

  async settle(): Promise<void> {}
}
