export { createCursors, cursorSkip, cursorText, placeSchema } from './cursors';
export { readPage, type Page, type Place } from './readPage';
