import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { RiPrinterLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { DownloadButton } from '../DownloadButton';

export interface PackActionsProps {
  boardRef: string;
  quarter: string;
}

/** Prints the review pack, or saves it. */
export function PackActions({ boardRef, quarter }: PackActionsProps) {
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<RiPrinterLine size={16} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('reviewPack.print')}
      </Button>
      <DownloadButton
        label={t('reviewPack.markdown')}
        name={`review-pack-${quarter}.md`}
        subject="review-pack"
        load={() => api.exportReviewPack(boardRef, 'markdown', quarter)}
      />
      <DownloadButton
        label={t('reviewPack.csv')}
        name={`review-pack-${quarter}.csv`}
        subject="review-pack"
        load={() => api.exportReviewPack(boardRef, 'csv', quarter)}
      />
    </>
  );
}
