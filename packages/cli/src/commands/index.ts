export { createProgram } from './createProgram';
export type { Io } from './Io';
