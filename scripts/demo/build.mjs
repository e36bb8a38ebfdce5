// Builds the frontends for production, each unless that is done already.
import { Failure, printError } from '../lib/console.mjs';
import { buildFrontend, FRONTENDS, isFrontendCurrent } from './frontend.mjs';

try {
  for (const name of FRONTENDS) {
    if (!isFrontendCurrent(name)) {
      await buildFrontend(name);
    }
  }
} catch (error) {
  printError(error instanceof Failure ? error.message : error.stack);
  process.exitCode = 1;
}
