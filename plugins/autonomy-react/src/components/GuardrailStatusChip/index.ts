export * from './GuardrailStatusChip';
