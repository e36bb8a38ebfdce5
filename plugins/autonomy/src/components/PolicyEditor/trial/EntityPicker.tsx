import type { AutonomyEntitySummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { autonomyTranslationRef } from '../../../translation';

const PAUSE = 300;
const MOST = 10;

export interface EntityPickerProps {
  value?: AutonomyEntitySummary;
  onChange: (entity: AutonomyEntitySummary | undefined) => void;
}

/** One entity, found by part of its name on the server. */
export function EntityPicker({ onChange, value }: EntityPickerProps) {
  const api = useApi(autonomyApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState<string>();
  useDebounce(() => setText(typed), PAUSE, [typed]);
  const { loading, value: found } = useAsync(
    async () =>
      text === undefined
        ? []
        : (await api.listEntities({ text: text || undefined, limit: MOST }))
            .items,
    [api, text],
  );
  return (
    <Autocomplete
      size="small"
      options={found ?? []}
      value={value ?? null}
      loading={loading}
      loadingText={t('trial.searching')}
      noOptionsText={t('trial.noneFound')}
      getOptionLabel={({ name, title }) => title ?? name}
      getOptionSelected={(a, b) => a.entityRef === b.entityRef}
      // The server has chosen already.
      filterOptions={options => options}
      onInputChange={(_, input) => setTyped(input)}
      onChange={(_, chosen) => onChange(chosen ?? undefined)}
      renderInput={params => (
        <TextField {...params} label={t('trial.entity')} variant="outlined" />
      )}
    />
  );
}
