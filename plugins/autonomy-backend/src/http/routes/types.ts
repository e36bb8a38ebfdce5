import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ApiRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { EvidenceGates } from '../../createEvidenceGates';
import type { EvaluationsReader } from '../../evaluation';
import type { spec } from '../../schema/openapi/generated/router';

/**
 * The typed router that the OpenAPI document makes.
 *
 * @internal
 */
export type AutonomyRouter = ApiRouter<typeof spec>;

/**
 * What the routes are made of.
 *
 * @internal
 */
export interface RouterOptions {
  auditor: AuditorService;
  evaluations: EvaluationsReader;
  evidence: EvidenceGates;
  httpAuth: HttpAuthService;
  policy: CompiledPolicy;
}
