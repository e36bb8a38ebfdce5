import type { PolicyDocumentSummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RiAddLine, RiSeedlingLine, RiUploadLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { ImportButton } from '../begin/ImportButton';
import { NewOverlayDialog } from '../begin/NewOverlayDialog';
import { NewScorecardDialog } from '../begin/NewScorecardDialog';
import { StartersDialog } from '../begin/StartersDialog';
import { DialogButton } from '../DialogButton';
import { ExportPolicyButton } from '../ExportPolicyButton';
import { useMayWrite } from '../useMayWrite';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'AutonomyScorecardsListActions' },
);

export interface ListActionsProps {
  documents: PolicyDocumentSummary[];
  onDone: () => void;
}

/** What may be begun, brought in and taken out. */
export function ListActions({ documents, onDone }: ListActionsProps) {
  const classes = useStyles();
  const may = useMayWrite();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div className={classes.root}>
      {may.scorecard && (
        <>
          <DialogButton
            label={t('beginPolicy.scorecard')}
            icon={<RiAddLine size={16} aria-hidden />}
            dialog={close => (
              <NewScorecardDialog documents={documents} onClose={close} />
            )}
          />
          <DialogButton
            label={t('policyStarters.action')}
            icon={<RiSeedlingLine size={16} aria-hidden />}
            dialog={close => (
              <StartersDialog
                onClose={() => {
                  close();
                  onDone();
                }}
              />
            )}
          />
        </>
      )}
      {may.overlay && (
        <DialogButton
          label={t('beginPolicy.overlay')}
          icon={<RiAddLine size={16} aria-hidden />}
          dialog={close => (
            <NewOverlayDialog documents={documents} onClose={close} />
          )}
        />
      )}
      {(may.scorecard || may.overlay || may.policy) && (
        <ImportButton
          icon={<RiUploadLine size={16} aria-hidden />}
          onDone={onDone}
        />
      )}
      <ExportPolicyButton />
    </div>
  );
}
