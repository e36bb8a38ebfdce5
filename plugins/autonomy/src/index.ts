/**
 * The page and the entity card of Autonomy for Backstage, for the new frontend system.
 *
 * @packageDocumentation
 */
export { autonomyPlugin as default } from './plugin';
export { autonomyMessages, autonomyTranslationRef } from './translation';
