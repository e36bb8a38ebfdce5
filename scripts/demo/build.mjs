// Builds the frontend for production, unless that is done already.
import { Failure, printError } from '../lib/console.mjs';
import { buildFrontend, isFrontendCurrent } from './frontend.mjs';

if (!isFrontendCurrent()) {
  await buildFrontend().catch(error => {
    printError(error instanceof Failure ? error.message : error.stack);
    process.exitCode = 1;
  });
}
