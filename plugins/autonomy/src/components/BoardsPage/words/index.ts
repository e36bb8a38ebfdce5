export { nameOf } from './nameOf';
export { useAreaTitles } from './useAreaTitles';
export { useContentSentence, useSentence } from './useSentence';
export { useTallyWords } from './useTallyWords';
