export { createApi } from './createApi';
export { createCore } from './createCore';
export { createGovernance } from './createGovernance';
export { createReading } from './createReading';
export { startBackground } from './startBackground';
