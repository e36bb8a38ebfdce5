import Tooltip from '@material-ui/core/Tooltip';
import { useNow } from '../../hooks';
import { useFormatters } from '../../locale';

/** @public */
export interface RelativeTimeProps {
  /** UTC milliseconds. */
  instant: number;
}

/** How long ago something was, kept current; the exact time on hover and focus. @public */
export function RelativeTime({ instant }: RelativeTimeProps) {
  const format = useFormatters();
  const now = useNow();
  const exact = format.dateTime(instant);
  return (
    <Tooltip title={exact}>
      <time dateTime={new Date(instant).toISOString()}>
        {format.relative(Math.min(instant, now), now)}
      </time>
    </Tooltip>
  );
}
