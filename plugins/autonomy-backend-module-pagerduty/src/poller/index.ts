export { PagerDutyClient } from './PagerDutyClient';
export { PagerDutyPoller } from './PagerDutyPoller';
