export { csvText } from './csvText';
