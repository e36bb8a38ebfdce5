import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  defaultEntityPresentation,
} from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { autonomyTranslationRef } from '../../../translation';
import { messageOf, useFieldWords } from '../../actions/dialog';

/** An organisation has fewer domains. */
const MOST = 500;

interface DomainOption {
  ref: string;
  title: string;
}

export interface DomainFieldProps {
  value?: string;
  mistake?: string;
  onChange: (domain: DomainOption | undefined) => void;
}

/** One domain of the catalog. */
export function DomainField({ mistake, onChange, value }: DomainFieldProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { domains, error } = useDomains();
  const words = useFieldWords({
    label: t('beginPolicy.domain'),
    mistake: error
      ? t('beginPolicy.domainsFailed', { reason: messageOf(error) })
      : mistake,
  });
  return (
    <TextField
      {...words}
      id={useId()}
      select
      required
      size="small"
      variant="outlined"
      value={value ?? ''}
      disabled={!domains}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      onChange={event =>
        onChange(domains?.find(({ ref }) => ref === event.target.value))
      }
    >
      <option value="">
        {domains
          ? t(
              domains.length > 0
                ? 'beginPolicy.chooseDomain'
                : 'beginPolicy.noDomains',
            )
          : t('beginPolicy.domainsLoading')}
      </option>
      {domains?.map(({ ref, title }) => (
        <option key={ref} value={ref}>
          {title}
        </option>
      ))}
    </TextField>
  );
}

function useDomains(): { domains?: DomainOption[]; error?: Error } {
  const catalogApi = useApi(catalogApiRef);
  const { error, value } = useAsync(async () => {
    const { items } = await catalogApi.queryEntities({
      filter: { kind: 'domain' },
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'],
      orderFields: [{ field: 'metadata.name', order: 'asc' }],
      limit: MOST,
    });
    return items.map(domain => ({
      ref: stringifyEntityRef(domain),
      title: defaultEntityPresentation(domain).primaryTitle,
    }));
  }, [catalogApi]);
  return { domains: value, error };
}
