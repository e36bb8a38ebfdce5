import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { autonomyTranslationRef } from '../../translation';
import { StateMessage } from '../StateMessage';
import { isFiltered, type ListQuery } from './listQuery';

export interface NothingProps {
  query: ListQuery;
  onShowAll: () => void;
}

/** Why the list is empty. */
export function Nothing({ query, onShowAll }: NothingProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (isFiltered(query)) {
    return (
      <StateMessage
        title={t('overview.noMatchTitle')}
        text={t('overview.noMatchText')}
      />
    );
  }
  return query.view === 'mine' ? (
    <StateMessage
      title={t('overview.mineEmptyTitle')}
      text={t('overview.mineEmptyText')}
      action={
        <Button size="small" variant="outlined" onClick={onShowAll}>
          {t('overview.showAll')}
        </Button>
      }
    />
  ) : (
    <StateMessage
      title={t('overview.emptyTitle')}
      text={t('overview.emptyText')}
    />
  );
}
