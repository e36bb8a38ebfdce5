export { startTasks } from './startTasks';
