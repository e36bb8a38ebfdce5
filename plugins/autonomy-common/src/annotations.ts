/** Declared criticality 1..4 of an entity. It may tighten the computed tier, never loosen it. @public */
export const ANNOTATION_TIER = 'autonomy/tier';

/** On a Domain: the group that is its governance board. @public */
export const ANNOTATION_BOARD = 'autonomy/board';
