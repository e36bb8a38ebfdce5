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
import type { AuditLogService } from '../../governance/auditlog';
import type { AuditService } from '../../governance/audits/AuditService';
import type { BoardService } from '../../governance/boards/BoardService';
import type { ExemptionService } from '../../governance/exemptions';
import type { GrantService } from '../../governance/grants/GrantService';
import type { MismatchReader } from '../../governance/mismatches/MismatchReader';
import type { ObjectiveService } from '../../governance/objectives';
import type { PlanService } from '../../governance/plans/PlanService';
import type { ProposalService } from '../../governance/proposals/ProposalService';
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
  auditLog: AuditLogService;
  auditor: AuditorService;
  audits: AuditService;
  boards: BoardService;
  checkInsight: CheckInsightReader;
  coverageBackfill: CoverageBackfill;
  deployments: DeploymentService;
  evaluations: EvaluationsReader;
  evidence: EvidenceGates;
  exemptions: ExemptionService;
  grants: GrantService;
  guardrails: GuardrailMatrixReader;
  health: HealthService;
  history: EntityHistoryReader;
  httpAuth: HttpAuthService;
  inbox: AuthorizedInbox;
  incidents: IncidentService;
  knownFacts: KnownFactsReader;
  mismatches: MismatchReader;
  needs: NeedsReader;
  objectives: ObjectiveService;
  plans: PlanService;
  policy: CompiledPolicy;
  policyDocuments: PolicyDocumentsService;
  proposals: ProposalService;
  readiness: ReadinessReader;
  refresh: EntityRefresh;
  simulations: SimulationService;
  summaries: SummaryReader;
  trends: TrendsReader;
  trials: PolicyTrials;
}
