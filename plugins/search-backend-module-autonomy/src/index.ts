/**
 * Search over entities by level and guardrail status, for Autonomy for Backstage.
 *
 * @packageDocumentation
 */
export { searchModuleAutonomyCollator as default } from './module';
