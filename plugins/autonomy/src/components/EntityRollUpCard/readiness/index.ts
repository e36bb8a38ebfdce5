export { ReadinessSection } from './ReadinessSection';
export { useReadiness } from './useReadiness';
