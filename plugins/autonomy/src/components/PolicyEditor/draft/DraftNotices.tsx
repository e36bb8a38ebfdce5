import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { LinkButton } from '../../LinkButton';
import type { DraftText } from './useDraftText';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'grid',
      gap: theme.spacing(0.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'AutonomyDraftNotices' },
);

export interface DraftNoticesProps {
  /** The document was published anew since the draft was begun. */
  isOutdated: boolean;
  /** Undefined until it is known. */
  mayWrite?: boolean;
  /** Why the text cannot be read. */
  mistake?: string;
  text: DraftText;
}

/** What the author of a draft has to know before going on. */
export function DraftNotices(props: DraftNoticesProps) {
  const { isOutdated, mayWrite, mistake, text } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div className={classes.root} role="status">
      {mayWrite === false && <Concern>{t('editor.forbidden')}</Concern>}
      {isOutdated && <Concern>{t('editor.outdated')}</Concern>}
      {text.isKept && (
        <Concern>
          {t('editor.kept')}{' '}
          <LinkButton onClick={text.revert}>{t('editor.revert')}</LinkButton>
        </Concern>
      )}
      {mistake !== undefined && (
        <Concern>{t('editor.unreadable', { reason: mistake })}</Concern>
      )}
    </div>
  );
}
