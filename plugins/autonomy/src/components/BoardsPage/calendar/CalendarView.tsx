import {
  autonomyGovernanceApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { ChoiceField } from '../../actions/dialog';
import { PageSection } from '../../PageSection';
import { StateMessage } from '../../StateMessage';
import { useAddressQuery } from '../../useAddressQuery';
import { Answer } from '../Answer';
import { DownloadButton } from '../DownloadButton';
import { useBoardStyles } from '../styles';
import { readCalendarQuery, type CalendarQuery } from './calendarQuery';
import { DateLine } from './DateLine';
import { monthGroups } from './monthGroups';

const DAY = 86_400_000;

/** What is due for a board, month by month. */
export function CalendarView({ boardRef }: { boardRef: string }) {
  const classes = useBoardStyles();
  const api = useApi(autonomyGovernanceApiRef);
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [query, change] = useAddressQuery<CalendarQuery>(readCalendarQuery);
  const { days } = query;
  const [from] = useState(Date.now);
  const state = useAsyncRetry(
    () =>
      api.getCalendar(
        boardRef,
        days === undefined
          ? undefined
          : { from, to: from + Number(days) * DAY },
      ),
    [api, boardRef, days, from],
  );
  const controls = (
    <div className={classes.row}>
      <ChoiceField
        label={t('boardCalendar.period')}
        value={days ?? ''}
        onChange={chosen => change({ days: chosen || undefined })}
        choices={[
          { value: '', label: t('boardCalendar.next') },
          { value: '365', label: t('boardCalendar.year') },
        ]}
      />
      <DownloadButton
        label={t('boardCalendar.ics')}
        name="board.ics"
        subject="board-calendar"
        load={() => api.exportCalendar(boardRef)}
      />
    </div>
  );
  return (
    <Answer state={state} label={t('boardCalendar.loading')}>
      {calendar => (
        <PageSection
          title={t('boardCalendar.title', {
            from: format.date(calendar.from),
            to: format.date(calendar.to),
          })}
          actions={controls}
        >
          {calendar.items.length === 0 && (
            <StateMessage
              title={t('boardCalendar.emptyTitle')}
              text={t('boardCalendar.emptyText')}
            />
          )}
          {monthGroups(calendar.items).map(({ items, month }) => (
            <section key={month} aria-label={format.month(month)}>
              <Typography
                variant="body2"
                component="h3"
                style={{ fontWeight: 600, margin: '12px 0 4px' }}
              >
                {format.month(month)}
              </Typography>
              <ul className={classes.list}>
                {items.map((item, index) => (
                  <DateLine key={index} item={item} boardRef={boardRef} />
                ))}
              </ul>
            </section>
          ))}
        </PageSection>
      )}
    </Answer>
  );
}
