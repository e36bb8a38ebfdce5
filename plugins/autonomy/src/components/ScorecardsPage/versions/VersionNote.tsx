import type { PublishedVersion } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { usePolicyPaths } from '../../usePolicyPaths';

/** Why something was published, and what it was tried with. */
export function VersionNote({ version }: { version: PublishedVersion }) {
  const { note, number, simulationId } = version;
  const format = useFormatters();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      {note}
      {simulationId !== undefined && (
        <>
          {' '}
          <Link
            to={paths.simulation(simulationId)}
            aria-label={t('policyVersions.simulationOf', {
              version: format.number(number),
            })}
          >
            {t('policyVersions.simulation')}
          </Link>
        </>
      )}
    </>
  );
}
