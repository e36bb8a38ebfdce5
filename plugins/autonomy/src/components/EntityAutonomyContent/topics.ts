/** What an address can point at, by the anchors of the cards. */
export const TAB_TOPICS = [
  'level',
  'guardrails',
  'readiness',
  'accountability',
  'evidence',
  'tier',
  'rights',
  'trust',
  'plans',
  'decisions',
  'trends',
  'timeline',
] as const;

export type TabTopic = (typeof TAB_TOPICS)[number];

export function isTopic(text: string): text is TabTopic {
  return TAB_TOPICS.some(topic => topic === text);
}
