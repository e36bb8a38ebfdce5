import type { AuditLogVerification } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyGovernanceApiRef,
  useFormatters,
  useToneStyles,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { RiCloseLine, RiShieldCheckLine } from '@remixicon/react';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { autonomyTranslationRef } from '../../../translation';
import { messageOf, WordsField } from '../../actions/dialog';
import { Concern } from '../../Concern';
import { useBoardStyles } from '../styles';
import { headText, readHead } from './keptHead';

const LONGEST = 120;

/** Has the backend compute a whole log anew, and look for a fingerprint that was kept elsewhere. */
export function VerifyLog({ chain }: { chain: string }) {
  const classes = useBoardStyles();
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [kept, setKept] = useState('');
  const head = readHead(kept);
  const isMistaken = kept.trim() !== '' && head === undefined;
  const [{ error, loading, value }, verify] = useAsyncFn(
    () => api.verifyAuditLog(chain, head),
    [api, chain, head?.hash, head?.sequence],
  );
  return (
    <div style={{ marginBottom: 16 }}>
      <div className={classes.row} style={{ alignItems: 'flex-start' }}>
        <div style={{ flex: '1 1 240px', maxWidth: 480 }}>
          <WordsField
            label={t('boardLog.kept')}
            help={t('boardLog.keptHelp')}
            mistake={isMistaken ? t('boardLog.keptMistake') : undefined}
            value={kept}
            onChange={setKept}
            longest={LONGEST}
          />
        </div>
        <Button
          size="small"
          variant="outlined"
          disabled={loading || isMistaken}
          aria-busy={loading}
          onClick={() => verify()}
        >
          {t(loading ? 'boardLog.verifying' : 'boardLog.verify')}
        </Button>
      </div>
      <div role="status">{value && <Result verification={value} />}</div>
      {error && (
        <Typography variant="body2" component="div" role="alert">
          <Concern>
            {t('boardLog.failed', { reason: messageOf(error) })}
          </Concern>
        </Typography>
      )}
    </div>
  );
}

function Result({ verification }: { verification: AuditLogVerification }) {
  const { entries, fault, head, intact } = verification;
  const tones = useToneStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const Icon = intact ? RiShieldCheckLine : RiCloseLine;

  function words(): string {
    if (fault) {
      return t('boardLog.broken', {
        sequence: format.number(fault.sequence),
        reason: fault.reason,
      });
    }
    if (!intact) return t('boardLog.brokenSomewhere');
    return entries === 0
      ? t('boardLog.empty')
      : t('boardLog.intact', { count: entries });
  }
  return (
    <>
      <Typography
        variant="body2"
        className={intact ? tones.good : tones.bad}
        style={{ overflowWrap: 'anywhere' }}
      >
        <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} /> {words()}
      </Typography>
      {head && (
        <Typography
          variant="body2"
          color="textSecondary"
          style={{ overflowWrap: 'anywhere' }}
        >
          {t('boardLog.head', { head: headText(head) })}
        </Typography>
      )}
    </>
  );
}
