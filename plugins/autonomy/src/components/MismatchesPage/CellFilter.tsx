import {
  autonomyReactTranslationRef,
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../translation';
import { LinkButton } from '../LinkButton';
import type { MismatchQuery } from './mismatchQuery';

export interface CellFilterProps {
  query: MismatchQuery;
  onChange: (change: Partial<MismatchQuery>) => void;
}

/** Which cell the lists show alone, and the way back to all. */
export function CellFilter({ query, onChange }: CellFilterProps) {
  const { consequence = [], right = [] } = query;
  const format = useFormatters();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  if (consequence.length === 0 && right.length === 0) return null;
  const parts = [
    ...(consequence.length > 0
      ? [
          t('mismatches.onlyConsequence', {
            consequence: format.any(
              consequence.map(value => word(`consequence.${value}`)),
            ),
          }),
        ]
      : []),
    ...(right.length > 0
      ? [
          t('mismatches.onlyRight', {
            right: format.any(right.map(words.right)),
          }),
        ]
      : []),
  ];
  return (
    <Typography variant="body2" component="div" role="status">
      {t('mismatches.only', { parts: format.all(parts) })}{' '}
      <LinkButton
        onClick={() => onChange({ consequence: undefined, right: undefined })}
      >
        {t('mismatches.showAll')}
      </LinkButton>
    </Typography>
  );
}
