import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../lib/console.mjs';
import { inRoot } from '../lib/root.mjs';

export const USAGE = `usage: ./run demo [--fresh] [--port 7007] [--home .demo] [--legacy] [--verbose]

  --fresh     forget the data of earlier runs first
  --port N    listen on another port (or DEMO_PORT)
  --home DIR  keep the data elsewhere (or DEMO_HOME)
  --legacy    serve the frontend of a portal on the legacy frontend system
  --verbose   show the whole log of the backend, not only its warnings`;

/** The demo's options, from the command line and the environment. */
export function readOptions(args, env) {
  const { values } = parse(args);
  const given = values.port ?? env.DEMO_PORT ?? '7007';
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Failure(`--port must be 1..65535, found '${given}'`);
  }
  return {
    port,
    home: path.resolve(values.home ?? env.DEMO_HOME ?? inRoot('.demo')),
    fresh: values.fresh ?? false,
    app: values.legacy ? 'app-legacy' : 'app',
    verbose: values.verbose ?? false,
    help: values.help ?? false,
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        fresh: { type: 'boolean' },
        port: { type: 'string' },
        home: { type: 'string' },
        legacy: { type: 'boolean' },
        verbose: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Failure(`${error.message}\n${USAGE}`);
  }
}
