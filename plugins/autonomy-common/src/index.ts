/**
 * The vocabulary, engine, policy, wire types and permissions of Autonomy for Backstage.
 *
 * @packageDocumentation
 */
export * from './model';
export * from './engine';
export * from './policy';
export * from './simulation';
export * from './governance';
export * from './api';
export * from './events';
export * from './permissions';
export * from './annotations';
