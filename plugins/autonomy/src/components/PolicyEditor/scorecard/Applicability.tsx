import type { PolicyApplicability } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyPolicyApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import { createContext, Fragment, useContext, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { autonomyTranslationRef } from '../../../translation';

const PAUSE = 800;
const EXAMPLES = 3;

const Context = createContext<PolicyApplicability | undefined>(undefined);

export const ApplicabilityProvider = Context.Provider;

/** To how many entities a check would apply, where it is known. */
export function useApplies(checkId: string): number | undefined {
  const value = useContext(Context);
  return value?.checks.find(({ id }) => id === checkId)?.applies;
}

/** Counts again once the author pauses; undefined for whoever may not, and for a text that cannot be read. */
export function useApplicability(
  yaml: string,
  isWanted: boolean,
): PolicyApplicability | undefined {
  const api = useApi(autonomyPolicyApiRef);
  const [asked, setAsked] = useState(yaml);
  useDebounce(() => setAsked(yaml), PAUSE, [yaml]);
  const { value } = useAsync(
    async () => (isWanted ? api.countApplicable(asked) : undefined),
    [api, asked, isWanted],
  );
  return value;
}

/** What the filter selects, in a sentence that is kept current. */
export function ApplicabilityNote() {
  const value = useContext(Context);
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (!value || value.inScope === 0) {
    return null;
  }
  const { examples, inScope, selected } = value;
  return (
    <FormHelperText component="div" role="status">
      {t('editorForm.selects', {
        selected: format.number(selected),
        all: format.number(inScope),
      })}
      {examples.length > 0 && (
        <>
          {' '}
          {t('editorForm.examples')}{' '}
          {examples.slice(0, EXAMPLES).map((ref, index) => (
            <Fragment key={ref}>
              {index > 0 && ', '}
              <EntityRefLink entityRef={ref} hideIcon target="_blank" />
            </Fragment>
          ))}
        </>
      )}
    </FormHelperText>
  );
}
