import type { RecordedGrant } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useAutonomyWords,
  useFormatters,
  useToneStyles,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactElement } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ActionButton, ActionRow } from '../../actions/dialog';
import { RenewGrantDialog, RevokeGrantDialog } from '../../actions/grants';
import { EntityName } from '../../actions/shared';
import { useDetailsStyles } from '../../AutonomyDetails';
import { useGovernancePaths } from '../../useGovernancePaths';
import { grantLook } from './grantLook';

export interface GrantRowProps {
  grant: RecordedGrant;
  /** Of its area. */
  areaTitle: string;
  onDone: () => void;
}

/** One grant: what, until when, why, where it stands, and what the reader may do with it. */
export function GrantRow({ areaTitle, grant, onDone }: GrantRowProps) {
  const { may, recommended, right, state, trial } = grant;
  const classes = useDetailsStyles();
  const tones = useToneStyles();
  const format = useFormatters();
  const words = useAutonomyWords();
  const paths = useGovernancePaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const { Icon, tone } = grantLook[state];
  const facts = [
    t('grants.until', { date: format.date(grant.expiresAt) }),
    t('grants.recommended', { right: words.right(recommended) }),
    ...(trial
      ? [
          t('grants.trial', {
            severity: word(`consequence.${trial.failsFrom}`),
          }),
        ]
      : []),
  ];
  const button = (
    label: string,
    dialog: (close: () => void) => ReactElement,
  ) => (
    <ActionButton
      label={label}
      name={t('grants.name', { label, area: areaTitle })}
      dialog={dialog}
    />
  );
  return (
    <li className={classes.line}>
      <Icon size={18} className={tones[tone]} aria-hidden />
      <div>
        <div className={classes.title}>
          <span>
            {t('grants.line', { area: areaTitle, right: words.right(right) })}
          </span>
          <span className={tones[tone]}>{t(`grants.state.${state}`)}</span>
        </div>
        <div className={classes.muted}>{facts.join(' · ')}</div>
        <div>{grant.reason}</div>
        <div className={classes.muted}>
          {t('grants.asked', {
            who: <EntityName entityRef={grant.openedBy} />,
            date: format.date(grant.openedAt),
          })}
          {' · '}
          <Link to={paths.proposal(grant.proposalId)}>
            {t('grants.toProposal')}
          </Link>
        </div>
        {(may.renew || may.revoke) && (
          <ActionRow>
            {may.renew &&
              button(t('grants.renew'), close => (
                <RenewGrantDialog
                  {...{ areaTitle, grant, onDone }}
                  onClose={close}
                />
              ))}
            {may.revoke &&
              button(t('grants.revoke'), close => (
                <RevokeGrantDialog
                  {...{ areaTitle, grant, onDone }}
                  onClose={close}
                />
              ))}
          </ActionRow>
        )}
      </div>
    </li>
  );
}
