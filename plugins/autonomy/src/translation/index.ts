import type { FlatMessages } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/**
 * The text of the pages and cards. Words that they share are in `autonomyReactTranslationRef`.
 * @public
 */
export const autonomyTranslationRef: TranslationRef<
  'plugin.autonomy',
  FlatMessages<typeof messages>
> = createTranslationRef({
  id: 'plugin.autonomy',
  messages,
  translations: { de: () => import('./de') },
});

export { messages as autonomyMessages } from './messages';
