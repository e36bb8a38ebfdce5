import type { RecordedIncident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import Typography from '@material-ui/core/Typography';
import { RecordLink } from '../shared';

export interface IncidentIntroductionProps {
  incident: RecordedIncident;
  /** What the action does. */
  text: string;
}

/** The incident that a dialog is about, with a link to it. */
export function IncidentIntroduction(props: IncidentIntroductionProps) {
  const { id, startedAt, title, url } = props.incident;
  const format = useFormatters();
  return (
    <div>
      <Typography variant="body1" component="h3" style={{ fontWeight: 600 }}>
        <RecordLink url={url}>{`${id} · ${title}`}</RecordLink>
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {format.dateTime(startedAt)}
      </Typography>
      <Typography variant="body2" style={{ marginTop: 8 }}>
        {props.text}
      </Typography>
    </div>
  );
}
