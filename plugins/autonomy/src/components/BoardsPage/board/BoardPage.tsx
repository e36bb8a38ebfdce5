import type { Board } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Navigate, useParams, useSearchParams } from 'react-router-dom';
import { autonomyTranslationRef } from '../../../translation';
import { StateMessage } from '../../StateMessage';
import { Answer } from '../Answer';
import { sectionIn } from '../boardSections';
import { useBoardStyles } from '../styles';
import { useBoardPaths } from '../useBoardPaths';
import { BoardHeader } from './BoardHeader';
import { BoardSections } from './BoardSections';
import { SectionView } from './SectionView';

/** One board: the one in the address, or else that of the reader's own where most waits. */
export function BoardPage() {
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const state = useAsyncRetry(() => api.listBoards(), [api]);
  return (
    <Answer state={state} label={t('boards.loading')}>
      {boards =>
        boards.length > 0 ? (
          <ChosenBoard boards={boards} onChanged={state.retry} />
        ) : (
          <StateMessage
            title={t('boards.emptyTitle')}
            text={t('boards.emptyText')}
          />
        )
      }
    </Answer>
  );
}

function ChosenBoard(props: { boards: Board[]; onChanged: () => void }) {
  const { boards, onChanged } = props;
  const classes = useBoardStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const paths = useBoardPaths();
  const [params] = useSearchParams();
  const section = sectionIn(useParams().section);
  const wanted = params.get('board') ?? '';
  if (!wanted) {
    // It stays the one when something of it is decided.
    const query = new URLSearchParams(params);
    query.set('board', busiest(boards).boardRef);
    return <Navigate replace to={`${paths.boards}/${section}?${query}`} />;
  }
  const board = boards.find(({ boardRef }) => boardRef === wanted);
  return (
    <div className={classes.stack}>
      <BoardHeader boards={boards} board={board} section={section} />
      {board ? (
        <>
          <BoardSections board={board} section={section} />
          <SectionView
            key={board.boardRef}
            board={board}
            section={section}
            onChanged={onChanged}
          />
        </>
      ) : (
        <StateMessage
          title={t('boards.absentTitle')}
          text={t('boards.absentText', { ref: wanted })}
        />
      )}
    </div>
  );
}

function busiest(boards: Board[]): Board {
  const own = boards.filter(({ member }) => member);
  return (own.length > 0 ? own : boards).reduce((most, each) =>
    each.open > most.open ? each : most,
  );
}
