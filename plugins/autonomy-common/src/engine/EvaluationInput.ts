import type {
  CollectedFacts,
  Coverage,
  Deployment,
  EntitySnapshot,
  Incident,
} from '../model';

/**
 * Everything the engine is told about one entity. The order of the lists never matters.
 * @public
 */
export interface EvaluationInput {
  entity: EntitySnapshot;
  /**
   * Documents of `catalog`, `team` and the pushed collectors; the latest of each collector counts.
   * The engine itself derives `incidents`, `deployments` and `evidence` from the records below.
   */
  facts: CollectedFacts[];
  /** Incidents reported on the entity or caused by it, each once. */
  incidents: Incident[];
  deployments: Deployment[];
  coverage: Coverage[];
}
