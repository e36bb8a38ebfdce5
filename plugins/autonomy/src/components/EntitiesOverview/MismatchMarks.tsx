import type { AutonomyEntitySummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';

/** Whether the team decides more, or less, than is recommended in any area. */
export function MismatchMarks({ entity }: { entity: AutonomyEntitySummary }) {
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const mark = (kind: 'surplus' | 'deficit') => {
    const Arrow = kind === 'surplus' ? RiArrowUpLine : RiArrowDownLine;
    return (
      <div
        className={tones.attention}
        style={{ whiteSpace: 'nowrap' }}
        title={t(`chip.${kind}`)}
      >
        <Arrow size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
        {t(`overview.${kind}`)}
      </div>
    );
  };
  return (
    <>
      {entity.surplus !== undefined && mark('surplus')}
      {entity.deficit !== undefined && mark('deficit')}
    </>
  );
}
