import type { NewPolicyDraft } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useNavigate } from 'react-router-dom';
import { autonomyTranslationRef } from '../../../translation';
import { useActed } from '../../actions/dialog';
import { usePolicyPaths } from '../../usePolicyPaths';

/** Begins a draft and goes where it is edited. */
export function useBeginDraft(): (draft: NewPolicyDraft) => Promise<void> {
  const api = useApi(autonomyPolicyApiRef);
  const acted = useActed();
  const navigate = useNavigate();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return async draft => {
    const { id, kind, name } = await api.createDraft(draft);
    acted('begin-policy-draft', `${kind}/${name}`, t('beginPolicy.begun'));
    navigate(paths.draft(id));
  };
}
