export { decodeUtf8 } from './decodeUtf8';
export type { Entry, ItemError, Origin, ReadItem } from './Entry';
export { FORMATS, openInput, type Format, type Input } from './Input';
export { inBatches } from './inBatches';
export { surveyInputs } from './surveyInputs';
