/**
 * What a module for Autonomy for Backstage builds on.
 *
 * @packageDocumentation
 */
export * from './facts';
export * from './incidents';
export * from './permissions';
