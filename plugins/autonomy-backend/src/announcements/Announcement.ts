import type {
  AutonomyLevel,
  EvaluatedEntity,
  EvaluationEvent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What an evaluation that changed something has to tell.
 *
 * @internal
 */
export interface Announcement {
  /** Never used again; what is told twice carries it twice. */
  id: string;
  entity: Pick<
    EvaluatedEntity,
    | 'entityRef'
    | 'kind'
    | 'namespace'
    | 'name'
    | 'title'
    | 'ownerRef'
    | 'boardRef'
    | 'domainRef'
  >;
  /** UTC milliseconds. */
  evaluatedAt: number;
  policyVersion: string;
  /** The level in force after it. */
  level: AutonomyLevel;
  levelTitle: string;
  /** In the order in which they happened; empty where only figures moved, which only cards are told. */
  events: EvaluationEvent[];
}
