import type { PolicyDocumentSummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { RiCalendarEventLine, RiPencilLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';
import { usePolicyPaths } from '../usePolicyPaths';

/** What is under way about a document. */
export function DocumentState(props: { document: PolicyDocumentSummary }) {
  const { draft, scheduled } = props.document;
  const format = useFormatters();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      {scheduled && (
        <Typography variant="body2">
          <RiCalendarEventLine
            size={14}
            aria-hidden
            style={{ verticalAlign: -2 }}
          />{' '}
          {t('scorecards.announced', {
            date: format.dateTime(scheduled.effectiveFrom),
            version: format.number(scheduled.number),
          })}
        </Typography>
      )}
      {draft && (
        <Typography variant="body2">
          <RiPencilLine size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
          <Link to={paths.draft(draft.id)}>
            {t('scorecards.worksOn', {
              who: (
                <EntityDisplayName
                  entityRef={draft.updatedBy}
                  hideIcon
                  disableTooltip
                />
              ),
            })}
          </Link>
        </Typography>
      )}
    </>
  );
}
