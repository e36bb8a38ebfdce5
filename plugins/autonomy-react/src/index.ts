/**
 * What other frontends may show of autonomy: API reference, hook, badges, the rights strip
 * and the catalog's column.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './catalog';
export * from './components';
export * from './hooks';
export * from './locale';
export * from './theme';
export * from './translation';
export * from './words';
