export type { BoardService } from './BoardService';
export { createBoardService } from './createBoardService';
