import type { Command } from 'commander';
import type { Io } from '../Io';
import { addVerifyCommand } from './verify';

/**
 * `autonomy audit`: the log of what people decided.
 *
 * @internal
 */
export function addAuditCommand(program: Command, io: Io): void {
  const audit = program
    .command('audit')
    .description('look after the log of what people decided');
  addVerifyCommand(audit, io);
}
