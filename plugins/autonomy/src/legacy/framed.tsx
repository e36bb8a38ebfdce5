import type { ComponentType } from 'react';
import { LegacyFrames } from '../components/CardFrame';
import { EntityAutonomyCard as Card } from '../components/EntityAutonomyCard';
import { EntityAutonomyContent as Content } from '../components/EntityAutonomyContent';
import { EntityAutonomyRollUpCard as RollUpCard } from '../components/EntityRollUpCard';

/** The same component, whose cards look like their neighbours in the legacy frontend system. */
function framed(Component: ComponentType) {
  return () => (
    <LegacyFrames>
      <Component />
    </LegacyFrames>
  );
}

export const EntityAutonomyCard = framed(Card);
export const EntityAutonomyContent = framed(Content);
export const EntityAutonomyRollUpCard = framed(RollUpCard);
