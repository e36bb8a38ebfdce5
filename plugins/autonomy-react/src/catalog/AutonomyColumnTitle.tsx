import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyReactTranslationRef } from '../translation';

/** The heading of the column, in the reader's language. */
export function AutonomyColumnTitle() {
  const { t } = useTranslationRef(autonomyReactTranslationRef);
  return <>{t('catalog.column')}</>;
}
