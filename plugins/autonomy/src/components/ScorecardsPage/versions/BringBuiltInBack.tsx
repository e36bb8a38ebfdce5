import type { PolicyDocumentText } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { ActionButton } from '../../actions/dialog';
import { RollBackDialog } from '../actions/RollBackDialog';

/** The number under which the built-in document is brought back. */
const BUILT_IN = 0;

export interface BringBuiltInBackProps {
  document: PolicyDocumentText;
  onChanged: () => void;
}

/** Brings the built-in document back that was replaced or retired here. */
export function BringBuiltInBack(props: BringBuiltInBackProps) {
  const { document, onChanged } = props;
  const { builtInYaml, kind, name, scheduled, versions } = document;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [newest] = versions;
  // While something is announced, nothing else is published.
  if (builtInYaml === undefined || newest === undefined || scheduled) {
    return null;
  }
  return (
    <ActionButton
      label={t('policyVersions.builtInBack')}
      name={t('policyVersions.builtInBack')}
      dialog={close => (
        <RollBackDialog
          version={{ kind, name, number: BUILT_IN }}
          yaml={builtInYaml}
          newest={newest.number}
          onClose={close}
          onChanged={onChanged}
        />
      )}
    />
  );
}
