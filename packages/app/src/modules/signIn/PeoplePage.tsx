import Paper from '@material-ui/core/Paper';
import { makeStyles, Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Mark } from '../../brand/Mark';
import { AboutCard } from './AboutCard';
import { furtherPeople, people } from './people';
import { PersonCard } from './PersonCard';

const useStyles = makeStyles((theme: Theme) => ({
  page: {
    boxSizing: 'border-box',
    minHeight: '100vh',
    padding: theme.spacing(6, 4),
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    color: theme.palette.text.primary,
    background: theme.palette.background.default,
  },
  column: { width: '100%', maxWidth: 1104 },
  brand: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    color: theme.palette.type === 'dark' ? '#5fd3bc' : '#12806c',
  },
  title: { margin: 0, color: theme.palette.text.primary },
  lead: { margin: theme.spacing(1.5, 0, 4), lineHeight: 1.5 },
  people: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(300px, 1fr))',
    gap: theme.spacing(3),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  further: { margin: theme.spacing(5, 0, 2) },
  error: {
    marginBottom: theme.spacing(3),
    padding: theme.spacing(2, 3),
    borderColor: theme.palette.error.main,
  },
}));

/** What the server said, where the error carries it. */
const reasonOf = ({ cause, message }: Error) =>
  cause instanceof Error ? cause.message : message;

type PeoplePageProps = {
  onChoose(id: string): void;
  error?: Error;
};

export const PeoplePage = ({ onChoose, error }: PeoplePageProps) => {
  const classes = useStyles();

  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <header>
          <div className={classes.brand}>
            <Mark size={40} />
            <Typography component="h1" variant="h3" className={classes.title}>
              Autonomy for Backstage
            </Typography>
          </div>
          <Typography
            variant="subtitle1"
            color="textSecondary"
            className={classes.lead}
          >
            Every service gets the freedom its record has earned, and shows why.
            <br />
            Choose whose eyes to see the sample organisation with.
          </Typography>
        </header>
        {error && (
          <Paper variant="outlined" role="alert" className={classes.error}>
            <Typography variant="subtitle2">
              Signing in did not work. Choose again, or try in a moment.
            </Typography>
            <Typography variant="body2">{reasonOf(error)}</Typography>
          </Paper>
        )}
        <ul className={classes.people}>
          {people.map(person => (
            <PersonCard
              key={person.id}
              person={person}
              onChoose={() => onChoose(person.id)}
            />
          ))}
          <AboutCard />
        </ul>
        <Typography component="h2" variant="h6" className={classes.further}>
          Further members of boards, for what needs two votes
        </Typography>
        <ul className={classes.people}>
          {furtherPeople.map(person => (
            <PersonCard
              key={person.id}
              person={person}
              onChoose={() => onChoose(person.id)}
            />
          ))}
        </ul>
      </div>
    </main>
  );
};
