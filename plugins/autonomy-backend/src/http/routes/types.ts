import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ApiRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { AttestationService } from '../../attestations';
import type { CoverageBackfill } from '../../coverage';
import type { EvidenceGates } from '../../createEvidenceGates';
import type { DeploymentService } from '../../deployments';
import type {
  EntityRefresh,
  EvaluationsReader,
  ReadinessReader,
  SummaryReader,
} from '../../evaluation/reading';
import type { HealthService } from '../../health';
import type {
  ActivityReader,
  EntityHistoryReader,
  TrendsReader,
} from '../../history';
import type { AuthorizedInbox, IncidentService } from '../../incidents';
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
  activity: ActivityReader;
  attestations: AttestationService;
  auditor: AuditorService;
  coverageBackfill: CoverageBackfill;
  deployments: DeploymentService;
  evaluations: EvaluationsReader;
  evidence: EvidenceGates;
  health: HealthService;
  history: EntityHistoryReader;
  httpAuth: HttpAuthService;
  inbox: AuthorizedInbox;
  incidents: IncidentService;
  policy: CompiledPolicy;
  readiness: ReadinessReader;
  refresh: EntityRefresh;
  summaries: SummaryReader;
  trends: TrendsReader;
}
