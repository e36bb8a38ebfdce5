export { createBypasses } from './createBypasses';
