import { Command } from 'commander';
import { version } from '../../package.json';
import { addAuditCommand } from './audit';
import { addBackfillCommand } from './backfill';
import type { Io } from './Io';
import { addPushCommand } from './push';
import { addScorecardCommand } from './scorecard';
import { addStatusCommand } from './status';

const AFTERWORD = `
Environment:
  AUTONOMY_URL    base URL of the Backstage backend
  AUTONOMY_TOKEN  token of a service or a user

Exit codes:
  0    everything is stored, or was already; of scorecards: nothing was found;
       of the log of decisions: it is intact
  1    some items were rejected; the others are stored. Of scorecards: mistakes,
       cases that failed, or something that --fail-on names; of the log of
       decisions: it is broken
  2    the command, its input or where it was sent is wrong
  3    not authorised
  4    the backend cannot be reached or keeps failing
  130  interrupted

Sending something again changes nothing: a command that failed can always be repeated.`;

/**
 * The command line.
 *
 * @internal
 */
export function createProgram(io: Io): Command {
  const program = new Command('autonomy')
    .description(
      'Sends evidence to Autonomy for Backstage, tries scorecards before they hold, and verifies the log of decisions.',
    )
    .version(version)
    .addHelpText('after', AFTERWORD)
    .configureOutput({
      writeOut: text => void io.stdout.write(text),
      writeErr: text => void io.stderr.write(text),
    })
    .exitOverride();
  addPushCommand(program, io);
  addBackfillCommand(program, io);
  addScorecardCommand(program, io);
  addAuditCommand(program, io);
  addStatusCommand(program, io);
  return program;
}
