export {
  AUTONOMY_TOPIC_KINDS,
  AUTONOMY_TOPICS,
  autonomyTopicOf,
  type AutonomyTopic,
  type AutonomyTopicEvent,
} from './topics';
export type { AutonomyEventPayload } from './payload';
export { autonomyEntityChannel, type AutonomyEntitySignal } from './signals';
