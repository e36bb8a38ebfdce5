export { createApi } from './createApi';
export { createCore } from './createCore';
export { startBackground } from './startBackground';
