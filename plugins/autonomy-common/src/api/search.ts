import type {
  AutonomyLevel,
  EntityGuardrailStatus,
  ReadinessBand,
  Tier,
} from '../model';

/** The type of documents in a search index that are {@link AutonomyDocument}s. @public */
export const AUTONOMY_DOCUMENT_TYPE = 'autonomy';

/** An entity with its result as the search index has it, which may be some minutes old. @public */
export interface AutonomyDocument {
  /** Title of the entity, else its name. */
  title: string;
  /** The result in words, by which it is found. */
  text: string;
  /** Path of the entity's page. */
  location: string;
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  type?: string;
  level: AutonomyLevel;
  levelTitle: string;
  guardrailStatus: EntityGuardrailStatus;
  /** 0..100 */
  readiness?: number;
  readinessBand?: ReadinessBand;
  tier: Tier;
  ownerRef?: string;
  domainRef?: string;
}
