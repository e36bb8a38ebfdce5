import {
  useFormatters,
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../translation';
import { patterns } from './patterns';
import { percent } from './percent';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      gap: 2,
      height: 12,
      overflow: 'hidden',
      borderRadius: 4,
      backgroundColor: theme.palette.action.hover,
    },
    // The tone's text colour fills the part as well.
    part: { flexBasis: 0, minWidth: 3, backgroundColor: 'currentColor' },
    plain: { color: theme.palette.primary.main },
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(0.75, 0, 0),
      padding: 0,
      listStyle: 'none',
    },
    entry: {
      display: 'inline-flex',
      alignItems: 'baseline',
      gap: theme.spacing(0.75),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    swatch: {
      flex: 'none',
      width: 12,
      height: 12,
      borderRadius: 2,
      alignSelf: 'center',
      backgroundColor: 'currentColor',
    },
  }),
  { name: 'AutonomyShareBar' },
);

/** One of the parts that make up a whole. */
export interface SharePart {
  id: string;
  label: string;
  value: number;
  tone?: Tone;
}

export interface ShareBarProps {
  /** What is divided. */
  label: string;
  parts: SharePart[];
  /** Where the entry of a part leads; undefined where it leads nowhere. */
  hrefOf?: (id: string) => string | undefined;
}

/** How a whole is divided: a bar of patterned parts, and each of them in words below it. */
export function ShareBar({ label, parts, hrefOf }: ShareBarProps) {
  const classes = useStyles();
  const theme = useTheme();
  const tones = useToneStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const looks = patterns(theme.palette.background.paper);
  const total = parts.reduce((sum, { value }) => sum + value, 0);

  const colorOf = ({ tone }: SharePart) => (tone ? tones[tone] : classes.plain);
  const lookOf = (index: number) => ({
    backgroundImage: looks[index % looks.length],
  });
  const amountOf = ({ value }: SharePart) =>
    total > 0
      ? t('shareBar.amount', {
          number: format.number(value),
          share: percent(value / total),
        })
      : format.number(value);

  return (
    <div>
      <div
        className={classes.bar}
        role="img"
        aria-label={`${label}: ${format.all(
          parts.map(part => `${part.label} ${amountOf(part)}`),
        )}`}
      >
        {parts.map(
          (part, index) =>
            part.value > 0 && (
              <span
                key={part.id}
                className={`${classes.part} ${colorOf(part)}`}
                style={{ flexGrow: part.value, ...lookOf(index) }}
              />
            ),
        )}
      </div>
      <ul className={classes.legend} aria-label={label}>
        {parts.map((part, index) => {
          const href = part.value > 0 ? hrefOf?.(part.id) : undefined;
          return (
            <li key={part.id} className={classes.entry}>
              <span
                className={`${classes.swatch} ${colorOf(part)}`}
                style={lookOf(index)}
                aria-hidden
              />
              <Typography variant="body2" component="span">
                {href ? <Link to={href}>{part.label}</Link> : part.label}{' '}
                <span style={{ whiteSpace: 'nowrap' }}>{amountOf(part)}</span>
              </Typography>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
