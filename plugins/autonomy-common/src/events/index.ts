export {
  AUTONOMY_TOPIC_KINDS,
  AUTONOMY_TOPICS,
  autonomyTopicOf,
  type AutonomyTopic,
  type AutonomyTopicEvent,
} from './topics';
export type { AutonomyEventPayload } from './payload';
export {
  AUTONOMY_BOARD_PROPOSAL_TOPIC,
  type AutonomyBoardProposalEventPayload,
} from './boardProposal';
export {
  AUTONOMY_POLICY_TOPIC,
  type AutonomyPolicyEventPayload,
} from './policy';
export { autonomyEntityChannel, type AutonomyEntitySignal } from './signals';
