export { createCursors, cursorSkip, cursorText, placeSchema } from './cursors';
export { readPage, type Page } from './readPage';
export { readListPage } from './readListPage';
