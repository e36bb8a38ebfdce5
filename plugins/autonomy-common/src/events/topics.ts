import type { EvaluationEvent } from '../model';

/** Which kinds of change each topic is about. @public */
export const AUTONOMY_TOPIC_KINDS = {
  'autonomy.level-changed': ['level-promoted', 'level-demoted'],
  'autonomy.level-risk-changed': ['level-at-risk', 'level-recovered'],
  'autonomy.proposal-changed': [
    'proposal-opened',
    'proposal-lapsed',
    'proposal-rejected',
  ],
  'autonomy.guardrail-changed': ['guardrail-changed'],
  'autonomy.readiness-changed': ['readiness-changed'],
  'autonomy.right-changed': ['right-changed'],
  'autonomy.plan-ended': ['plan-ended'],
} as const satisfies Record<string, readonly EvaluationEvent['kind'][]>;

/** A topic of the events service on which changes are published. @public */
export type AutonomyTopic = keyof typeof AUTONOMY_TOPIC_KINDS;

/** What is published on a topic. @public */
export type AutonomyTopicEvent<TTopic extends AutonomyTopic> = Extract<
  EvaluationEvent,
  { kind: (typeof AUTONOMY_TOPIC_KINDS)[TTopic][number] }
>;

/** All topics, for whoever wants to hear of everything. @public */
export const AUTONOMY_TOPICS = Object.keys(
  AUTONOMY_TOPIC_KINDS,
) as readonly AutonomyTopic[];

const TOPICS = new Map<EvaluationEvent['kind'], AutonomyTopic>(
  AUTONOMY_TOPICS.flatMap(topic =>
    AUTONOMY_TOPIC_KINDS[topic].map(kind => [kind, topic]),
  ),
);

/** The topic on which a change is published. @public */
export function autonomyTopicOf(
  event: Pick<EvaluationEvent, 'kind'>,
): AutonomyTopic {
  return TOPICS.get(event.kind)!;
}
