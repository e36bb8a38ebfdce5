import type { AutonomyTopic, AutonomyTopicEvent } from './topics';

/**
 * What is published about one change of one entity. It names no person.
 * @public
 */
export interface AutonomyEventPayload<
  TTopic extends AutonomyTopic = AutonomyTopic,
> {
  /** Fields may be added to a version, and none is taken away or changed. */
  version: 1;
  /** The same whenever the same change is delivered again. */
  id: string;
  entityRef: string;
  /** The group that owns it; absent where it has no owner, or a person owns it. */
  ownerRef?: string;
  /** The board of its governance domain. */
  boardRef?: string;
  /** Its governance domain. */
  domainRef?: string;
  /** By which policy it changed. */
  policyVersion: string;
  /** What changed, when (UTC milliseconds) and why. */
  event: AutonomyTopicEvent<TTopic>;
}
