import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useMemo } from 'react';
import { CheckActions } from '../actions';
import { DetailsModeProvider, type DetailsMode } from '../AutonomyDetails';
import { interestingRights } from '../EntityAutonomyCard/interestingRights';
import { NotEnforced } from '../NotEnforced';
import { GovernanceCards } from './governance/GovernanceCards';
import { TabHeader } from './header/TabHeader';
import { RightsCards } from './rights/RightsCards';
import { useTabStyles } from './styles';
import { TimelineCard } from './timeline/TimelineCard';
import { TopicCards } from './TopicCards';
import { TrendsCard } from './trends/TrendsCard';
import { useHistory } from './useHistory';
import { useTabAddress } from './useTabAddress';

export interface EvaluationViewProps {
  evaluation: Evaluation;
  /** Something was done that may have changed the evaluation. */
  onChanged: () => void;
}

/** An evaluation on a page of its own: what is asked for on the left, what follows on the right. */
export function EvaluationView(props: EvaluationViewProps) {
  const { evaluation, onChanged } = props;
  const classes = useTabStyles();
  const address = useTabAddress();
  const history = useHistory(evaluation);
  const { rights } = evaluation;
  const right =
    rights.find(item => item.area === address.area) ??
    interestingRights(rights, 1)[0];
  const mode = useMemo<DetailsMode>(
    () => ({
      onPage: true,
      actionsOf: check => (
        <CheckActions
          check={check}
          role={check.role}
          evaluation={evaluation}
          onDone={onChanged}
        />
      ),
    }),
    [evaluation, onChanged],
  );
  return (
    <DetailsModeProvider value={mode}>
      <NotEnforced enforcedFrom={evaluation.enforcedFrom} />
      <TabHeader
        evaluation={evaluation}
        hrefOf={address.hrefOf}
        onChanged={onChanged}
      />
      <div className={classes.columns}>
        <div className={classes.column}>
          <TopicCards evaluation={evaluation} target={address.target} />
        </div>
        <div className={classes.column}>
          <RightsCards
            evaluation={evaluation}
            right={right}
            address={address}
          />
          <GovernanceCards
            evaluation={evaluation}
            target={address.target}
            onChanged={onChanged}
          />
          <TrendsCard
            evaluation={evaluation}
            history={history}
            right={right}
            target={address.target}
          />
          <TimelineCard
            evaluation={evaluation}
            history={history}
            target={address.target}
            onChanged={onChanged}
          />
        </div>
      </div>
    </DetailsModeProvider>
  );
}
