import type {
  RightResult,
  TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyReactTranslationRef } from '../../translation';
import { RightsRow } from './RightsRow';

const useStyles = makeStyles(
  { root: { listStyle: 'none', margin: 0, padding: 0 } },
  { name: 'AutonomyRightsStrip' },
);

/** @public */
export interface RightsStripProps {
  rights: RightResult[];
  /** Where given, trust limits also say how many incidents they come from. */
  trust?: TrustResult[];
  /** Makes each area a button that asks why. */
  onSelect?: (area: string) => void;
}

/** What the team may decide: one row an area, with what limits it in words. @public */
export function RightsStrip(props: RightsStripProps) {
  const { rights, trust, onSelect } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyReactTranslationRef);
  return (
    <ul className={classes.root} aria-label={t('strip.label')}>
      {rights.map(right => (
        <RightsRow
          key={right.area}
          right={right}
          trust={trust?.find(item => item.area === right.area)}
          onSelect={onSelect}
        />
      ))}
    </ul>
  );
}
