import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import type { FlatMessages } from './flattenTexts';
import { messages } from './messages';

/**
 * The words that every view of autonomy shares: rights, statuses, bands, reasons.
 * @public
 */
export const autonomyReactTranslationRef: TranslationRef<
  'plugin.autonomy-react',
  FlatMessages<typeof messages>
> = createTranslationRef({
  id: 'plugin.autonomy-react',
  messages,
  translations: { de: () => import('./de') },
});

export {
  flattenTexts,
  type FlatMessages,
  type FlatTexts,
  type TextAt,
  type TextKeys,
} from './flattenTexts';
export type { Texts } from './Texts';
export { messages as autonomyReactMessages } from './messages';
