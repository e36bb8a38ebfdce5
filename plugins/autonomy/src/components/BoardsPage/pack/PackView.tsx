import {
  quarterNamed,
  quarterOf,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { ChoiceField } from '../../actions/dialog';
import { StateMessage } from '../../StateMessage';
import { useAddressQuery } from '../../useAddressQuery';
import { Answer } from '../Answer';
import { useBoardStyles } from '../styles';
import { PackActions } from './PackActions';
import { PackDocument } from './PackDocument';
import { latestQuarters, readPackQuery } from './packQuery';
import { Printable } from './Printable';

/** What a board did in a quarter, to read, print or save. */
export function PackView({ boardRef }: { boardRef: string }) {
  const classes = useBoardStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [query, change] = useAddressQuery(readPackQuery);
  const [now] = useState(Date.now);
  const offered = latestQuarters(now);
  const quarter = query.quarter ?? quarterOf(now).name;
  const isQuarter = quarterNamed(quarter) !== undefined;
  return (
    <div className={classes.stack}>
      <Paper variant="outlined" className={classes.bar}>
        <ChoiceField
          label={t('reviewPack.quarter')}
          value={quarter}
          onChange={chosen => change({ quarter: chosen })}
          choices={[
            ...offered,
            // An earlier one from the address stays what is chosen.
            ...(offered.includes(quarter) ? [] : [quarter]),
          ].map(value => ({ value, label: value }))}
        />
        {isQuarter && <PackActions boardRef={boardRef} quarter={quarter} />}
      </Paper>
      {isQuarter ? (
        <Pack key={quarter} boardRef={boardRef} quarter={quarter} />
      ) : (
        <StateMessage
          title={t('reviewPack.badQuarterTitle')}
          text={t('reviewPack.badQuarterText', { quarter })}
        />
      )}
    </div>
  );
}

function Pack(props: { boardRef: string; quarter: string }) {
  const { boardRef, quarter } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const state = useAsyncRetry(
    () => api.getReviewPack(boardRef, quarter),
    [api, boardRef, quarter],
  );
  return (
    <Answer state={state} label={t('reviewPack.loading')}>
      {pack => (
        <Printable>
          <PackDocument pack={pack} />
        </Printable>
      )}
    </Answer>
  );
}
