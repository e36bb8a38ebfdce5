import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { autonomyTranslationRef } from '../../translation';
import { CardFrame, LegacyFrames } from '../CardFrame';
import { FailureMessage } from '../StateMessage';
import { NeedsContent } from './NeedsContent';
import { useNeeds } from './useNeeds';

const USUAL_LIMIT = 5;

/** @public */
export interface NeedsWidgetProps {
  /** How many of a part are shown before more are asked for; 5 unless told. */
  limit?: number;
}

/** A card for a home page: what needs the reader, the most urgent first. */
export function NeedsWidget({ limit = USUAL_LIMIT }: NeedsWidgetProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    // The neighbours on a home page have the older frame in either frontend system.
    <LegacyFrames>
      <CardFrame title={t('needs.title')}>
        <NeedsBody limit={limit} />
      </CardFrame>
    </LegacyFrames>
  );
}

function NeedsBody({ limit }: { limit: number }) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { value, error, retry } = useNeeds();
  if (error) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  return value ? (
    <NeedsContent needs={value} limit={limit} />
  ) : (
    <div role="status" aria-label={t('needs.loading')}>
      <Skeleton width="60%" height={28} />
      <Skeleton width="40%" />
      <Skeleton width="55%" height={28} />
    </div>
  );
}
