import type {
  Attestation,
  CollectedFacts,
  Coverage,
  Deployment,
  EntitySnapshot,
  EvaluationState,
  Exemption,
  Grant,
  Incident,
  Plan,
  PromotionDecision,
  TrustAudit,
} from '../model';

/**
 * Everything the engine is told about one entity. The order of the lists never matters.
 * @public
 */
export interface EvaluationInput {
  entity: EntitySnapshot;
  /**
   * Documents of `catalog`, `team` and the pushed collectors; the latest of each collector counts.
   * The engine itself derives `incidents`, `deployments`, `audits` and `evidence` from the records below.
   */
  facts: readonly CollectedFacts[];
  /** Incidents reported on the entity or caused by it; of several states of one the latest counts. */
  incidents: readonly Incident[];
  deployments: readonly Deployment[];
  coverage: readonly Coverage[];
  exemptions?: readonly Exemption[];
  attestations?: readonly Attestation[];
  grants?: readonly Grant[];
  plans?: readonly Plan[];
  audits?: readonly TrustAudit[];
  promotions?: readonly PromotionDecision[];
  /** What the last evaluation left; absent at the start of the record. */
  prior?: EvaluationState;
}
