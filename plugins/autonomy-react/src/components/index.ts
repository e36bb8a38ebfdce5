export * from './GuardrailStatusChip';
export * from './LadderBar';
export * from './LevelBadge';
export * from './RelativeTime';
export * from './RightBoxes';
export * from './RightsStrip';
