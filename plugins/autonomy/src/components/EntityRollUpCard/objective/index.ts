export { ObjectiveSection } from './ObjectiveSection';
