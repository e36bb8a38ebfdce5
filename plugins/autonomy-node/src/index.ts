/**
 * What a module for Autonomy for Backstage builds on.
 *
 * @packageDocumentation
 */
export * from './permissions';
