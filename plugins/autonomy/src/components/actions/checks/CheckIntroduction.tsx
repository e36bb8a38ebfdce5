import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';

export interface CheckIntroductionProps {
  check: CheckResult;
  /** What the action does. */
  text: string;
}

/** The check that a dialog is about, with its risk. */
export function CheckIntroduction({ check, text }: CheckIntroductionProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div>
      <Typography variant="body1" component="h3" style={{ fontWeight: 600 }}>
        {check.title}
      </Typography>
      {check.description && (
        <Typography variant="body2">{check.description}</Typography>
      )}
      {check.risk && (
        <Typography variant="body2" color="textSecondary">
          {t('check.risk', { risk: check.risk })}
        </Typography>
      )}
      <Typography variant="body2" style={{ marginTop: 8 }}>
        {text}
      </Typography>
    </div>
  );
}
