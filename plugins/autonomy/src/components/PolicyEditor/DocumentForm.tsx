import type { PolicyDocumentKind } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';
import { OverlayForm } from './overlay/OverlayForm';
import { PolicyForm } from './policy/PolicyForm';
import { ScorecardForm } from './scorecard/ScorecardForm';

const FORMS = {
  scorecard: ScorecardForm,
  overlay: OverlayForm,
  policy: PolicyForm,
};

const useStyles = makeStyles(
  theme => ({ root: { minWidth: 0, padding: theme.spacing(2) } }),
  { name: 'AutonomyDocumentForm' },
);

/** The document as a form, by its kind. */
export function DocumentForm({ kind }: { kind: PolicyDocumentKind }) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const Form = FORMS[kind];
  return (
    <Paper
      className={classes.root}
      variant="outlined"
      component="section"
      aria-label={t('editor.form')}
    >
      <Form />
    </Paper>
  );
}
