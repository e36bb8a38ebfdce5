import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CircularProgress from '@material-ui/core/CircularProgress';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { RiRefreshLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { useRefresh, type RefreshProps } from './useRefresh';

/** Has the entity evaluated now, and says what came of it where that does not show. */
export function RefreshAction(props: RefreshProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { busy, outcome, refresh } = useRefresh(props);
  const label = t('tab.refresh');
  return (
    <>
      <Typography variant="caption" role="status">
        {outcome && outcome !== 'done' && t(`tab.refreshOutcome.${outcome}`)}
      </Typography>
      <Tooltip title={label}>
        <span>
          <IconButton
            size="small"
            aria-label={label}
            aria-busy={busy}
            disabled={busy}
            onClick={refresh}
          >
            {busy ? (
              <CircularProgress size={16} />
            ) : (
              <RiRefreshLine size={16} />
            )}
          </IconButton>
        </span>
      </Tooltip>
    </>
  );
}
