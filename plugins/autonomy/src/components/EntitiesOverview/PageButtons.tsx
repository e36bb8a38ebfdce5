import type { ListEntitiesResponse } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';

export interface PageButtonsProps {
  pageInfo: ListEntitiesResponse['pageInfo'];
  /** Tells the pages above the table from those below it. */
  label: string;
  onGo: (cursor: string) => void;
}

/** To the page before and after; absent where there is only one. */
export function PageButtons({ pageInfo, label, onGo }: PageButtonsProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { prevCursor, nextCursor } = pageInfo;
  if (!prevCursor && !nextCursor) {
    return null;
  }
  return (
    <nav aria-label={label}>
      <IconButton
        size="small"
        aria-label={t('overview.previous')}
        disabled={!prevCursor}
        onClick={() => prevCursor && onGo(prevCursor)}
      >
        <RiArrowLeftSLine />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('overview.next')}
        disabled={!nextCursor}
        onClick={() => nextCursor && onGo(nextCursor)}
      >
        <RiArrowRightSLine />
      </IconButton>
    </nav>
  );
}
