import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Container, Header } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Fragment } from 'react';

const MAIN = 'AutonomyNeeds';

const useStyles = makeStyles((theme: Theme) => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: theme.spacing(3) },
}));

/** What needs the reader first, other widgets beside it; each as tall as what is in it. */
export const HomeLayout = ({ widgets }: HomePageLayoutProps) => {
  const classes = useStyles();
  const column = (shown: HomePageLayoutProps['widgets']) => (
    <div className={classes.column}>
      {shown.map(({ component, node }) => (
        <Fragment key={node.spec.id}>{component}</Fragment>
      ))}
    </div>
  );
  return (
    <>
      <Header title="Home" />
      <Container>
        <div className={classes.columns}>
          {column(widgets.filter(({ name }) => name === MAIN))}
          {column(widgets.filter(({ name }) => name !== MAIN))}
        </div>
      </Container>
    </>
  );
};
