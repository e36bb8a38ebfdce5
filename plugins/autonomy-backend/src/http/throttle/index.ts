export { KeyedThrottles } from './KeyedThrottles';
export { Throttle } from './Throttle';
export { TooManyRequestsError } from './TooManyRequestsError';
export { withRetryAfter } from './withRetryAfter';
