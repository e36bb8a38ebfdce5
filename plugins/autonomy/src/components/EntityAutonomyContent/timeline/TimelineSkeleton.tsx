import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { autonomyTranslationRef } from '../../../translation';

/** As long as nothing is known. */
export function TimelineSkeleton() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div role="status" aria-label={t('timeline.loading')}>
      {[90, 70, 80, 60].map(width => (
        <Skeleton key={width} width={`${width}%`} height={36} />
      ))}
    </div>
  );
}
