import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { autonomyTranslationRef } from '../../translation';
import { useTabStyles } from './styles';

const HEIGHTS = [
  [260, 320, 280],
  [420, 240, 360],
];

/** Laid out as the tab will be. */
export function TabSkeleton() {
  const classes = useTabStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div role="status" aria-label={t('tab.loading')}>
      <Skeleton variant="rect" height={96} className={classes.header} />
      <div className={classes.columns}>
        {HEIGHTS.map((column, index) => (
          <div key={index} className={classes.column}>
            {column.map(height => (
              <Skeleton key={height} variant="rect" height={height} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
