export { createSource, readFixture } from './source';
export {
  describeWithAlertmanager,
  startAlertmanager,
  type RunningAlertmanager,
} from './startAlertmanager';
export { startPortal, type Portal } from './startPortal';
