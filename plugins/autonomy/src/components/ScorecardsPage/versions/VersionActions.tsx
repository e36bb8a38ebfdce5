import type {
  PolicyDocumentText,
  PublishedVersion,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { ActionButton } from '../../actions/dialog';
import { RollBackDialog } from '../actions/RollBackDialog';
import { WithdrawDialog } from '../actions/WithdrawDialog';

export interface VersionActionsProps {
  version: PublishedVersion;
  document: PolicyDocumentText;
  onChanged: () => void;
}

/** Brings a version back, or takes one back that does not count yet. */
export function VersionActions(props: VersionActionsProps) {
  const { document, onChanged, version } = props;
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const named = { version: format.number(version.number) };
  if (version.state === 'scheduled') {
    return (
      <ActionButton
        label={t('policyVersions.withdraw')}
        name={t('policyVersions.withdrawName', named)}
        dialog={close => (
          <WithdrawDialog
            version={version}
            onClose={close}
            onChanged={onChanged}
          />
        )}
      />
    );
  }
  // While something is announced, nothing else is published.
  const isOffered =
    version.state === 'superseded' &&
    version.action !== 'retire' &&
    !document.scheduled;
  return isOffered ? (
    <ActionButton
      label={t('policyVersions.rollBack')}
      name={t('policyVersions.rollBackName', named)}
      dialog={close => (
        <RollBackDialog
          version={version}
          newest={document.versions[0].number}
          onClose={close}
          onChanged={onChanged}
        />
      )}
    />
  ) : null;
}
