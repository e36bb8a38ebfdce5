import type {
  PlanSignature,
  RecordedPlan,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiCheckLine, RiTimeLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { BoardName, EntityName } from '../../actions/shared';
import { useDetailsStyles } from '../../AutonomyDetails';
import { useGovernancePaths } from '../../useGovernancePaths';

/** Who signed for the team and for the board, and who has not yet. */
export function PlanSignatures({ plan }: { plan: RecordedPlan }) {
  const classes = useDetailsStyles();
  const paths = useGovernancePaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <ul className={classes.list}>
      <SignatureLine title={t('plan.team')} signature={plan.team} />
      <SignatureLine
        title={t('plan.boardIs', {
          board: <BoardName boardRef={plan.boardRef} />,
        })}
        signature={plan.board}
      />
      {plan.proposalId && (
        <li className={classes.muted}>
          <Link to={paths.proposal(plan.proposalId)}>{t('plan.toVotes')}</Link>
        </li>
      )}
    </ul>
  );
}

function SignatureLine(props: { title: ReactNode; signature?: PlanSignature }) {
  const { signature, title } = props;
  const classes = useDetailsStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const Icon = signature ? RiCheckLine : RiTimeLine;
  return (
    <li className={classes.line}>
      <Icon size={18} aria-hidden />
      <div>
        <div className={classes.title}>
          <span>{title}</span>
        </div>
        <div className={classes.muted}>
          {signature
            ? t('plan.signed', {
                who: <EntityName entityRef={signature.signedBy} />,
                date: format.dateTime(signature.signedAt),
              })
            : t('plan.unsigned')}
        </div>
        {signature?.comment && <div>{signature.comment}</div>}
      </div>
    </li>
  );
}
