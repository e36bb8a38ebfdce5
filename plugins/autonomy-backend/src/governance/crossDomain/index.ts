export { createCrossDomain } from './createCrossDomain';
