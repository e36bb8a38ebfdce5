import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';
import { createFormatters, type AutonomyFormatters } from './createFormatters';
import { pickLocale } from './pickLocale';

/** Formatters in the reader's locale. @public */
export function useFormatters(): AutonomyFormatters {
  const languageApi = useApi(appLanguageApiRef);
  const language$ = useMemo(() => languageApi.language$(), [languageApi]);
  const { language } = useObservable(language$, languageApi.getLanguage());
  return useMemo(
    () => createFormatters(pickLocale(language, navigator.languages)),
    [language],
  );
}
