import { EvaluationShapes } from '../../evaluation/reading/shapes';
import {
  AuthorizedBoardService,
  type BoardServiceOptions,
} from './AuthorizedBoardService';
import { BoardAgendas, type BoardAgendasOptions } from './BoardAgendas';
import { BoardFindings } from './BoardFindings';
import { BoardObjectives } from './BoardObjectives';
import { BoardProposals } from './BoardProposals';
import type { BoardService } from './BoardService';
import { BoardTitles } from './BoardTitles';
import { BoardDates, type BoardDatesOptions } from './calendar/BoardDates';
import { BoardDecisions } from './decisions/BoardDecisions';
import { BoardStatisticsReader } from './decisions/BoardStatisticsReader';
import { NeverFailing } from './decisions/NeverFailing';
import { BoardDirectory } from './directory/BoardDirectory';
import { BoardScopes } from './directory/BoardScopes';
import { DomainFigures } from './directory/DomainFigures';
import { ReviewPacks } from './reviewPack/ReviewPacks';

/**
 * Puts together what shows boards: what they have before them, and what they did.
 *
 * @internal
 */
export function createBoardService(
  options: BoardDatesOptions &
    Omit<BoardAgendasOptions, 'proposals'> &
    Parameters<typeof BoardDirectory.create>[0] &
    Parameters<typeof BoardProposals.create>[0] &
    Parameters<typeof BoardScopes.create>[0] &
    Parameters<typeof BoardTitles.create>[0] &
    Pick<BoardServiceOptions, 'clock'>,
): BoardService {
  const shared = {
    ...options,
    objectives: BoardObjectives.create(options),
    proposals: BoardProposals.create(options),
    statistics: BoardStatisticsReader.create({
      decisions: BoardDecisions.create(options),
      guardrails: NeverFailing.create({
        ...options,
        shapes: EvaluationShapes.create(options),
      }),
    }),
  };
  return AuthorizedBoardService.create({
    ...shared,
    agendas: BoardAgendas.create(shared),
    dates: BoardDates.create(shared),
    directory: BoardDirectory.create(options),
    figures: DomainFigures.create(options),
    findings: BoardFindings.create(shared),
    packs: ReviewPacks.create(shared),
    scopes: BoardScopes.create(options),
    titles: BoardTitles.create(options),
  });
}
