import Avatar from '@material-ui/core/Avatar';
import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import CardActions from '@material-ui/core/CardActions';
import CardContent from '@material-ui/core/CardContent';
import { makeStyles, Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Person } from './people';

const useStyles = makeStyles((theme: Theme) => ({
  card: { height: '100%', display: 'flex', flexDirection: 'column' },
  content: { flexGrow: 1, padding: theme.spacing(3, 3, 1) },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  avatar: {
    width: 48,
    height: 48,
    fontSize: '1.1rem',
    fontWeight: 700,
    color: theme.palette.type === 'dark' ? '#0c2622' : '#fff',
    background: theme.palette.type === 'dark' ? '#5fd3bc' : '#12806c',
  },
  name: { margin: 0, lineHeight: 1.3 },
  actions: { padding: theme.spacing(1, 3, 3) },
  button: { textTransform: 'none' },
}));

type PersonCardProps = {
  person: Person;
  onChoose(): void;
};

export const PersonCard = ({ person, onChoose }: PersonCardProps) => {
  const classes = useStyles();
  const initials = person.name
    .split(' ')
    .map(word => word[0])
    .join('');

  return (
    <li>
      <Card className={classes.card}>
        <CardContent className={classes.content}>
          <div className={classes.head}>
            <Avatar className={classes.avatar} aria-hidden="true">
              {initials}
            </Avatar>
            <div>
              <Typography component="h2" variant="h6" className={classes.name}>
                {person.name}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {person.role}, {person.team}
              </Typography>
            </div>
          </div>
          <Typography variant="body2">{person.sees}</Typography>
        </CardContent>
        <CardActions className={classes.actions}>
          <Button
            variant="outlined"
            color="primary"
            fullWidth
            className={classes.button}
            onClick={onChoose}
          >
            Sign in as {person.name}
          </Button>
        </CardActions>
      </Card>
    </li>
  );
};
