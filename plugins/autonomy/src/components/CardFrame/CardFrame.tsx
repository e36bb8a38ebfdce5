import { InfoCard } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { useContext, type ReactNode } from 'react';
import { LegacyContext } from './LegacyFrames';

const useStyles = makeStyles(
  theme => ({
    // The frame decides the font, or the card looks foreign among its neighbours.
    inherit: { '&& *': { fontFamily: 'inherit' } },
    // Outside of a frame of Backstage UI the page's font would be inherited.
    plain: { fontFamily: theme.typography.fontFamily },
    header: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontFamily: 'inherit',
    },
  }),
  { name: 'AutonomyCardFrame' },
);

export interface CardFrameProps {
  title: string;
  /** At the end of the title's line. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A card on an entity page, framed like its neighbours in either frontend system. */
export function CardFrame({ title, actions, children }: CardFrameProps) {
  const classes = useStyles();
  const isLegacy = useContext(LegacyContext);
  if (isLegacy) {
    return (
      <InfoCard
        title={title}
        action={<div className={classes.header}>{actions}</div>}
      >
        <div className={classes.plain}>{children}</div>
      </InfoCard>
    );
  }
  return (
    <EntityInfoCard
      title={title}
      headerActions={
        actions && (
          <div className={`${classes.inherit} ${classes.header}`}>
            {actions}
          </div>
        )
      }
    >
      <div className={classes.inherit}>{children}</div>
    </EntityInfoCard>
  );
}
