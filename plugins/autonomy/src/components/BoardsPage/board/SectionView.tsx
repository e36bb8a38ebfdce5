import type { Board } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { AgendaView } from '../agenda/AgendaView';
import type { BoardSection } from '../boardSections';
import { CalendarView } from '../calendar/CalendarView';
import { DebtView } from '../debt/DebtView';
import { LogView } from '../log/LogView';
import { ObjectivesView } from '../objectives/ObjectivesView';
import { PackView } from '../pack/PackView';
import { StatisticsView } from '../statistics/StatisticsView';

export interface SectionViewProps {
  board: Board;
  section: BoardSection;
  /** Something was decided. */
  onChanged: () => void;
}

/** One part of a board's page. */
export function SectionView({ board, onChanged, section }: SectionViewProps) {
  switch (section) {
    case 'calendar':
      return <CalendarView boardRef={board.boardRef} />;
    case 'debt':
      return <DebtView boardRef={board.boardRef} />;
    case 'objectives':
      return <ObjectivesView board={board} />;
    case 'statistics':
      return <StatisticsView boardRef={board.boardRef} />;
    case 'review-pack':
      return <PackView boardRef={board.boardRef} />;
    case 'log':
      return <LogView board={board} />;
    default:
      return <AgendaView boardRef={board.boardRef} onVoted={onChanged} />;
  }
}
