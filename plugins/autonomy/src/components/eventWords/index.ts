export { useCauseWords } from './useCauseWords';
export { useEventWords, type EventText } from './useEventWords';
