export { OriginWords, type OriginWordsProps } from './OriginWords';
export { useDocumentWords, type DocumentWords } from './useDocumentWords';
