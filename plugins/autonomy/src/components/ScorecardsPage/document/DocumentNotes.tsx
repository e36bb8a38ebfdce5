import type { PolicyDocumentText } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { RiLockLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { retiredBy } from './retiredBy';

/** What somebody should know before they change a document. */
export function DocumentNotes(props: { document: PolicyDocumentText }) {
  const { document } = props;
  const { isEditable, origin, scheduled } = document;
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const retired = retiredBy(document);
  return (
    <>
      {!isEditable && (
        <Typography variant="body2">
          <RiLockLine size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
          {t('policyDocument.readOnly', {
            place: 'place' in origin ? origin.place : '',
          })}
        </Typography>
      )}
      {isEditable && origin.type === 'built-in' && (
        <Typography variant="body2" color="textSecondary">
          {t('policyDocument.builtIn')}
        </Typography>
      )}
      {retired && (
        <Typography variant="body2" component="div">
          <Concern>
            {t('policyDocument.notInForce', {
              version: format.number(retired.number),
              date: format.dateTime(retired.effectiveFrom),
            })}
          </Concern>
        </Typography>
      )}
      {scheduled && (
        <Typography variant="body2" component="div">
          <Concern>
            {t('policyDocument.announced', {
              version: format.number(scheduled.number),
              date: format.dateTime(scheduled.effectiveFrom),
              note: scheduled.note,
            })}
          </Concern>
        </Typography>
      )}
    </>
  );
}
