export { createEvaluationTelemetry } from './createEvaluationTelemetry';
export { inSpan } from './inSpan';
export { observeBacklog } from './observeBacklog';
