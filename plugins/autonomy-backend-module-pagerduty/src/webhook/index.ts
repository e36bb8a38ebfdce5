export { PagerDutyWebhookReceiver } from './PagerDutyWebhookReceiver';
export { readEvent } from './readEvent';
