export { didYouMean, suggest } from '../engine/suggest';
