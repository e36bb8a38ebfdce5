export {
  FakePagerDuty,
  restIncident,
  type RestIncident,
} from './FakePagerDuty';
export { changed, fixture, fixtureNames, signature } from './requests';
export { startServer } from './startServer';
export { startPortal, type Portal } from './startPortal';
