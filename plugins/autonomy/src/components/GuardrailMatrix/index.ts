export { GuardrailMatrix } from './GuardrailMatrix';
export { useGuardrailMatrix } from './useGuardrailMatrix';
