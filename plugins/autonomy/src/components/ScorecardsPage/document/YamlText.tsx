import type { PolicyDocumentText } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { useDocumentWords } from '../../PolicyOrigin';

const useStyles = makeStyles(
  theme => ({
    root: { position: 'relative' },
    copy: { position: 'absolute', top: 0, right: theme.spacing(1) },
    text: {
      maxHeight: 480,
      margin: 0,
      // The end of a line is not to lie under the button.
      padding: theme.spacing(1, 7, 1, 1),
      overflow: 'auto',
      fontSize: theme.typography.body2.fontSize,
      backgroundColor: theme.palette.action.hover,
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'AutonomyYamlText' },
);

/** A document as it is written, to be read and copied. */
export function YamlText(props: {
  document: Pick<PolicyDocumentText, 'name' | 'title' | 'yaml'> &
    Partial<Pick<PolicyDocumentText, 'kind' | 'origin'>>;
}) {
  const { document } = props;
  const classes = useStyles();
  const words = useDocumentWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div className={classes.root}>
      {/* What scrolls can be reached, or the keyboard would not see its end. */}
      <pre
        className={classes.text}
        role="region"
        aria-label={t('policyDocument.textOf', {
          title: words.title(document),
        })}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {document.yaml}
      </pre>
      <div className={classes.copy}>
        <CopyTextButton
          text={document.yaml}
          tooltipText={t('policyDocument.copied')}
          aria-label={t('policyDocument.copy')}
        />
      </div>
    </div>
  );
}
