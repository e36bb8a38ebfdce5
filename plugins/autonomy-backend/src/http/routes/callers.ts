/**
 * Whoever is signed in, and services.
 *
 * @internal
 */
export const CALLERS = { allow: ['user' as const, 'service' as const] };
