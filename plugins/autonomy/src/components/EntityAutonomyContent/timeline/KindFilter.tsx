import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import { autonomyTranslationRef } from '../../../translation';
import { TIMELINE_KINDS, type TimelineKind } from './timeline';

export interface KindFilterProps {
  kinds: readonly TimelineKind[];
  onChange: (kinds: readonly TimelineKind[]) => void;
}

/** What of the timeline is shown. */
export function KindFilter({ kinds, onChange }: KindFilterProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <FormGroup row role="group" aria-label={t('timeline.filter')}>
      {TIMELINE_KINDS.map(kind => (
        <FormControlLabel
          key={kind}
          label={t(`timeline.kinds.${kind}`)}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={kinds.includes(kind)}
              onChange={(_, checked) =>
                onChange(
                  TIMELINE_KINDS.filter(item =>
                    item === kind ? checked : kinds.includes(item),
                  ),
                )
              }
            />
          }
        />
      ))}
    </FormGroup>
  );
}
