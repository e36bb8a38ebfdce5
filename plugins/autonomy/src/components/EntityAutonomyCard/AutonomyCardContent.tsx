import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useState } from 'react';
import { AutonomyDetailsDialog, type DetailsTopic } from '../AutonomyDetails';
import { NotEnforced } from '../NotEnforced';
import { EvidenceFooter } from './EvidenceFooter';
import { FiguresSection } from './FiguresSection';
import { LevelSection } from './LevelSection';
import { RightsSection } from './RightsSection';

export interface AutonomyCardContentProps {
  evaluation: Evaluation;
}

/** One glance at an evaluation; every figure opens what is behind it. */
export function AutonomyCardContent(props: AutonomyCardContentProps) {
  const { evaluation } = props;
  const [shown, setShown] = useState<{ topic: DetailsTopic; area?: string }>();
  const show = (topic: DetailsTopic) => setShown({ topic });
  return (
    <>
      <NotEnforced enforcedFrom={evaluation.enforcedFrom} />
      <div>
        <LevelSection level={evaluation.level} onHow={() => show('level')} />
        <FiguresSection evaluation={evaluation} onShow={show} />
        <RightsSection
          rights={evaluation.rights}
          trust={evaluation.trust}
          onWhy={area => setShown({ topic: 'rights', area })}
        />
        <EvidenceFooter
          evaluation={evaluation}
          onEvidence={() => show('evidence')}
          onWhy={() => show('rights')}
        />
      </div>
      {shown && (
        <AutonomyDetailsDialog
          evaluation={evaluation}
          initialTopic={shown.topic}
          initialArea={shown.area}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  );
}
