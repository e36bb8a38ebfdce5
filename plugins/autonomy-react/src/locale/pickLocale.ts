/**
 * The reader's own locale where it speaks the language of the texts (so that `en-GB` keeps its
 * date order), else the language of the texts: never German dates in English sentences.
 */
export function pickLocale(
  appLanguage: string,
  readerLocales: readonly string[],
): string {
  const language = appLanguage.split('-')[0];
  return (
    readerLocales.find(locale => locale.split('-')[0] === language) ??
    appLanguage
  );
}
