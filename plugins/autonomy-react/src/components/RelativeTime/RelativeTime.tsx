import Tooltip from '@material-ui/core/Tooltip';
import { useEffect, useState } from 'react';
import { useFormatters } from '../../locale';

const MINUTE = 60_000;

/** @public */
export interface RelativeTimeProps {
  /** UTC milliseconds. */
  instant: number;
}

/** How long ago something was, kept current; the exact time on hover and focus. @public */
export function RelativeTime({ instant }: RelativeTimeProps) {
  const format = useFormatters();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  const exact = format.dateTime(instant);
  return (
    <Tooltip title={exact}>
      <time dateTime={new Date(instant).toISOString()}>
        {format.relative(Math.min(instant, now), now)}
      </time>
    </Tooltip>
  );
}
