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
  GuardrailMatrixReader,
  ReadinessReader,
  SummaryReader,
} from '../../evaluation/reading';
import type { KnownFactsReader } from '../../facts';
import type { ExemptionService } from '../../governance/exemptions';
import type { ObjectiveService } from '../../governance/objectives';
import type { HealthService } from '../../health';
import type {
  ActivityReader,
  EntityHistoryReader,
  TrendsReader,
} from '../../history';
import type { AuthorizedInbox, IncidentService } from '../../incidents';
import type { NeedsReader } from '../../needs';
import type { CheckInsightReader } from '../../scorecards/insight';
import type {
  PolicyTrials,
  SimulationService,
} from '../../scorecards/simulations';
import type { PolicyDocumentsService } from '../../scorecards';
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
  checkInsight: CheckInsightReader;
  coverageBackfill: CoverageBackfill;
  deployments: DeploymentService;
  evaluations: EvaluationsReader;
  evidence: EvidenceGates;
  exemptions: ExemptionService;
  guardrails: GuardrailMatrixReader;
  health: HealthService;
  history: EntityHistoryReader;
  httpAuth: HttpAuthService;
  inbox: AuthorizedInbox;
  incidents: IncidentService;
  knownFacts: KnownFactsReader;
  needs: NeedsReader;
  objectives: ObjectiveService;
  policy: CompiledPolicy;
  policyDocuments: PolicyDocumentsService;
  readiness: ReadinessReader;
  refresh: EntityRefresh;
  simulations: SimulationService;
  summaries: SummaryReader;
  trends: TrendsReader;
  trials: PolicyTrials;
}
