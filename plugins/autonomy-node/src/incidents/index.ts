export {
  autonomyIncidentSourcesExtensionPoint,
  type AutonomyIncidentSourcesExtensionPoint,
} from './autonomyIncidentSourcesExtensionPoint';
export type {
  IncidentMessage,
  IncidentReport,
  IncidentSubject,
  SourceHeartbeat,
} from './IncidentMessage';
export type {
  IncidentPoller,
  IncidentSource,
  IncidentSourceType,
  WebhookIdentity,
  WebhookReceiver,
  WebhookRequest,
} from './IncidentSource';
export { matchesDigest } from './matchesDigest';
