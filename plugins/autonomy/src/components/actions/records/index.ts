export { useOwnersRecords } from './useOwnersRecords';
