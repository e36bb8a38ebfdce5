export { sampleClock as default } from './sampleClock';
