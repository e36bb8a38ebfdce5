/**
 * What other frontends may show of autonomy: API reference, hook, badges and the rights strip.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components';
export * from './hooks';
export * from './locale';
export * from './theme';
export { autonomyReactTranslationRef } from './translation';
export * from './words';
