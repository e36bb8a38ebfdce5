import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { Clock } from '../database';
import type { EntityIndexStore } from '../entities';
import { EvaluationShapes } from '../evaluation/reading/shapes';
import { AuthorizedNeedsReader } from './AuthorizedNeedsReader';
import type { NeedsReader } from './NeedsReader';
import { NeedsScopes } from './NeedsScopes';
import { attestationNeeds } from './sources/attestations';
import { auditNeeds } from './sources/audits';
import { deploymentNeeds } from './sources/deployments';
import { exemptionNeeds } from './sources/exemptions';
import { guardrailNeeds } from './sources/guardrails';
import { incidentNeeds } from './sources/incidents';
import { levelNeeds } from './sources/levels';
import { planNeeds } from './sources/plans';
import { proposalNeeds } from './sources/proposals';

/**
 * Puts together what tells people what waits for them.
 *
 * @internal
 */
export function createNeedsReader(
  options: Parameters<typeof NeedsScopes.create>[0] & {
    clock: Clock;
    index: Pick<EntityIndexStore, 'readScoped'>;
    knex: Knex;
    policy: CompiledPolicy;
  },
): NeedsReader {
  const { clock, knex } = options;
  const shapes = EvaluationShapes.create({ knex });
  return AuthorizedNeedsReader.create({
    clock,
    knex,
    scopes: NeedsScopes.create(options),
    sources: [
      guardrailNeeds({ knex, shapes }),
      levelNeeds(options),
      exemptionNeeds(options),
      attestationNeeds(options),
      incidentNeeds(options),
      deploymentNeeds(options),
      planNeeds(options),
      auditNeeds(options),
      proposalNeeds(options),
    ],
  });
}
