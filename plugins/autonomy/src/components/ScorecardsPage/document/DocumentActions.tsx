import type { PolicyDocumentText } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RiEditLine, RiForbidLine } from '@remixicon/react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { autonomyTranslationRef } from '../../../translation';
import { isConflict, messageOf } from '../../actions/dialog';
import { Concern } from '../../Concern';
import { LinkButton as PlainButton } from '../../LinkButton';
import { usePolicyPaths } from '../../usePolicyPaths';
import { RetireDialog } from '../actions/RetireDialog';
import { useBeginDraft } from '../begin/useBeginDraft';
import { DialogButton } from '../DialogButton';
import { ExportPolicyButton } from '../ExportPolicyButton';
import { useMayWrite } from '../useMayWrite';
import { retiredBy } from './retiredBy';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'AutonomyDocumentActions' },
);

export interface DocumentActionsProps {
  document: PolicyDocumentText;
  onChanged: () => void;
}

/** What may be done about a document. */
export function DocumentActions(props: DocumentActionsProps) {
  const { document, onChanged } = props;
  const { draft, isEditable, kind, name, origin, scheduled } = document;
  const classes = useStyles();
  const paths = usePolicyPaths();
  const begin = useBeginDraft();
  const mayWrite = useMayWrite()[kind];
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [{ error, loading }, edit] = useAsyncFn(
    () => begin({ of: { kind, name } }),
    [begin, kind, name],
  );
  const isRetirable =
    origin.type === 'here' ||
    (origin.type === 'built-in' && kind === 'scorecard');
  return (
    <div className={classes.root}>
      {draft && (
        <LinkButton
          size="small"
          color="primary"
          variant="contained"
          to={paths.draft(draft.id)}
        >
          {t('policyDocument.openDraft', {
            who: (
              <EntityDisplayName
                entityRef={draft.updatedBy}
                hideIcon
                disableTooltip
              />
            ),
          })}
        </LinkButton>
      )}
      {isEditable && mayWrite && !draft && (
        <Button
          size="small"
          color="primary"
          variant="contained"
          startIcon={<RiEditLine size={16} aria-hidden />}
          disabled={loading}
          onClick={edit}
        >
          {t('policyDocument.edit')}
        </Button>
      )}
      {isEditable &&
        mayWrite &&
        isRetirable &&
        !scheduled &&
        !retiredBy(document) && (
          <DialogButton
            label={t('changePolicy.retire')}
            icon={<RiForbidLine size={16} aria-hidden />}
            dialog={close => (
              <RetireDialog
                document={document}
                onClose={close}
                onChanged={onChanged}
              />
            )}
          />
        )}
      <ExportPolicyButton document={document} />
      {error && !draft && (
        <Typography variant="body2" component="div" role="alert">
          <Concern>
            {t('policyDocument.editFailed', { reason: messageOf(error) })}{' '}
            {isConflict(error) && (
              <PlainButton onClick={onChanged}>
                {t('actions.reload')}
              </PlainButton>
            )}
          </Concern>
        </Typography>
      )}
    </div>
  );
}
