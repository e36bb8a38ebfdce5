import { autonomyEntityChannel } from './signals';
import { AUTONOMY_TOPICS, autonomyTopicOf } from './topics';

it('every change has a topic, and every topic is listed', () => {
  const kinds = [
    'level-promoted',
    'level-demoted',
    'level-at-risk',
    'level-recovered',
    'proposal-opened',
    'proposal-lapsed',
    'proposal-rejected',
    'guardrail-changed',
    'readiness-changed',
    'right-changed',
    'plan-ended',
  ] as const;
  const topics = kinds.map(kind => autonomyTopicOf({ kind }));
  expect(new Set(topics)).toEqual(new Set(AUTONOMY_TOPICS));
  expect(topics.slice(0, 2)).toEqual(Array(2).fill('autonomy.level-changed'));
  expect(autonomyEntityChannel('component:default/checkout')).toBe(
    'autonomy:entity:component:default/checkout',
  );
});
