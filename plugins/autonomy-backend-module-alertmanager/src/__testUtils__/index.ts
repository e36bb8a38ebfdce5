export { createSource, readFixture } from './source';
export {
  findAlertmanager,
  startAlertmanager,
  type RunningAlertmanager,
} from './startAlertmanager';
export { startPortal, type Portal } from './startPortal';
