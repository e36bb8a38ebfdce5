/**
 * The pages, tab and cards of Autonomy for Backstage, for the legacy frontend system.
 *
 * @packageDocumentation
 */
export * from './legacy/extensions';
export * from './legacy/isAutonomyAvailable';
export { autonomyPlugin } from './legacy/plugin';
export type { NeedsWidgetProps } from './components/NeedsWidget';
export { autonomyMessages, autonomyTranslationRef } from './translation';
