export { BackendClient, type BackendOptions } from './BackendClient';
export { BatchSender, type BatchOutcome } from './BatchSender';
