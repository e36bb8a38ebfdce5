/**
 * Sends evidence to Autonomy for Backstage from pipelines and files, tries scorecards before they hold, and verifies
 * the log of decisions.
 *
 * @packageDocumentation
 */
import { run } from './run';

/** A mistake of this program: none of the codes that say something of the evidence. */
const EXIT_CODE_OF_A_BUG = 70;

const { env, stderr, stdin, stdout } = process;

/** The second time it ends the process, as it would have at first. */
function onInterrupt(listener: () => void): () => void {
  process.once('SIGINT', listener);
  return () => process.off('SIGINT', listener);
}

run(process.argv.slice(2), {
  env,
  stdin,
  stdout,
  stderr,
  now: Date.now,
  onInterrupt,
})
  .then(exitCode => {
    process.exitCode = exitCode;
  })
  .catch(error => {
    stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = EXIT_CODE_OF_A_BUG;
  });
