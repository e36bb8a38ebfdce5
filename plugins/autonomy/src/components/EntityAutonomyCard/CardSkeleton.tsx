import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { autonomyTranslationRef } from '../../translation';

const LINES = [72, 100, 48, 100, 90, 100, 94, 88, 96, 60];

/** As tall as the card will be, so that its neighbours do not jump. */
export function CardSkeleton() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div role="status" aria-label={t('card.loading')}>
      {LINES.map((width, index) => (
        <Skeleton key={index} width={`${width}%`} height={36} />
      ))}
    </div>
  );
}
