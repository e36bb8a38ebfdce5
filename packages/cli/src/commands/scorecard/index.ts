import type { Command } from 'commander';
import type { Io } from '../Io';
import { addExportCommand } from './exportDocuments';
import { addImportCommand } from './importDocuments';
import { addLintCommand } from './lint';
import { addSimulateCommand } from './simulate';
import { addTestCommand } from './test';

/**
 * `autonomy scorecard`: policy, scorecards and overlays before they hold.
 *
 * @internal
 */
export function addScorecardCommand(program: Command, io: Io): void {
  const scorecard = program
    .command('scorecard')
    .description('check, test and try policy, scorecards and overlays');
  addLintCommand(scorecard, io);
  addTestCommand(scorecard, io);
  addSimulateCommand(scorecard, io);
  addExportCommand(scorecard, io);
  addImportCommand(scorecard, io);
}
