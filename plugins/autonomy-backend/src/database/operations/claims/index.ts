export { Claims, type ClaimableRow } from './Claims';
export { ClaimWorker } from './ClaimWorker';
