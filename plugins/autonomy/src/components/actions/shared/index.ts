export { BoardName } from './BoardName';
export {
  dayOf,
  daysAfter,
  isDayWithin,
  lastInstantOf,
  startOfDay,
} from './days';
export { EntityName } from './EntityName';
export { isHttpUrl } from './httpUrl';
export { oneLine } from './oneLine';
export { RecordLink } from './RecordLink';
