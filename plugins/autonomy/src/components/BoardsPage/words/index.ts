export { nameOf } from './nameOf';
export { useAreaTitles } from './useAreaTitles';
export { useRefusalWords } from './useRefusalWords';
export { useContentSentence, useSentence } from './useSentence';
export { useTallyWords } from './useTallyWords';
