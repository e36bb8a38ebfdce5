export { BoardsPage } from './BoardsPage';
