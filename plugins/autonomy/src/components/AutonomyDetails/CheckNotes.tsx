import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { autonomyTranslationRef } from '../../translation';
import { RecordLink } from '../actions/shared';
import { useDetailsStyles } from './styles';

/** Why a check counts as it does, besides its facts: words given, exceptions, doubts. */
export function CheckNotes({ check }: { check: CheckResult }) {
  const { attestation, exemption, underlying, overlay } = check;
  const classes = useDetailsStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const doubts = useDoubts(check);
  return (
    <>
      {doubts && <div className={classes.muted}>{doubts}</div>}
      {attestation && (
        <div className={classes.muted}>
          {t('check.attested', {
            answer: t(`check.${attestation.answer}`),
            date: format.date(attestation.attestedAt),
            end: format.date(attestation.expiresAt),
          })}
          {attestation.evidenceUrl && (
            <>
              {' · '}
              <RecordLink url={attestation.evidenceUrl}>
                {t('check.evidence')}
              </RecordLink>
            </>
          )}
        </div>
      )}
      {exemption && (
        <div className={classes.muted}>
          {t('check.exempt', {
            end: format.date(exemption.expiresAt),
            reason: exemption.reason,
          })}
          {underlying &&
            ` · ${t('check.underlying', {
              state: t(`check.states.${underlying}`),
            })}`}
        </div>
      )}
      {overlay && (
        <div className={classes.muted}>
          {t('check.overlay')} <EntityRefLink entityRef={overlay} hideIcon />
        </div>
      )}
    </>
  );
}

function useDoubts(check: CheckResult): string {
  const { unknownReason, score = 0, passAt, linked, stale, reads } = check;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const parts: string[] = [];
  // A missing fact already says why; any other reason does not show in the facts.
  if (unknownReason && unknownReason !== 'fact-missing') {
    parts.push(t(`check.reasons.${unknownReason}`));
  }
  if (unknownReason === 'fact-missing' && reads.length === 0) {
    parts.push(t('check.reasons.fact-missing'));
  }
  if (linked) {
    parts.push(t('check.linked', { score: format.number(score) }));
  }
  const isBounded = reads.some(({ bounds }) => bounds);
  if (!linked && !isBounded && score > 0 && score < 1) {
    parts.push(
      t('check.partial', {
        score: format.share(score),
        passAt: format.share(passAt),
      }),
    );
  }
  if (stale && !reads.some(({ state }) => state === 'stale')) {
    parts.push(t('check.onStale'));
  }
  return parts.join(' · ');
}
