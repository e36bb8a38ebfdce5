export * from './GuardrailStatusChip';
export * from './statusLook';
