/**
 * Sends evidence to Autonomy for Backstage from pipelines and files.
 *
 * @packageDocumentation
 */
import { run } from './run';

/** A mistake of this program: none of the codes that say something of the evidence. */
const EXIT_CODE_OF_A_BUG = 70;

const { env, stderr, stdin, stdout } = process;

run(process.argv.slice(2), { env, stdin, stdout, stderr, now: Date.now })
  .then(exitCode => {
    process.exitCode = exitCode;
  })
  .catch(error => {
    stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = EXIT_CODE_OF_A_BUG;
  });
