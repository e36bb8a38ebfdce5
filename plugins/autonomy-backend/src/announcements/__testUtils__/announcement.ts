import type {
  AutonomyTopic,
  AutonomyTopicEvent,
  EvaluationEvent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Announcement } from '../Announcement';

export const NOW = Date.parse('2026-06-01T12:00:00Z');
export const OWNER = 'group:default/shop';
export const BOARD = 'group:default/board';

type Kind = EvaluationEvent['kind'];

/** An event, without what does not matter. */
export function event<TKind extends Kind>(
  kind: TKind,
  fields: Omit<
    Extract<AutonomyTopicEvent<AutonomyTopic>, { kind: TKind }>,
    'at' | 'cause' | 'kind' | 'reasons'
  > &
    Partial<Pick<EvaluationEvent, 'at' | 'cause' | 'reasons'>>,
): EvaluationEvent {
  return { at: NOW, cause: 'evidence', reasons: [], kind, ...fields } as any;
}

export const DEMOTED = event('level-demoted', { from: 3, to: 2 });
export const PROMOTED = event('level-promoted', { from: 2, to: 3 });

/** What is told of an entity, here with an owner and a board. */
export function announcement(
  id: string,
  events: EvaluationEvent[],
  entity: Partial<Announcement['entity']> = {},
): Announcement {
  const name = entity.name ?? 'checkout';
  return {
    id,
    entity: {
      entityRef: `component:default/${name}`,
      kind: 'Component',
      namespace: 'default',
      name,
      ownerRef: OWNER,
      boardRef: BOARD,
      ...entity,
    },
    evaluatedAt: NOW,
    policyVersion: 'v1',
    level: 2,
    levelTitle: 'Low-risk autonomy',
    events,
  };
}
