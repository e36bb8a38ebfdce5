/*
 * What the benchmark adds to a backend, in the process of the backend: a plugin that does the least that answers
 * with a stored row, and a look at the process from within.
 */
import { Session } from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between looks at the event loop, which are a part of what it measures. */
const LOOK_EVERY_MS = 10;

/**
 * @param require - from the package of the backend
 */
export function addParts(backend, require) {
  const {
    coreServices,
    createBackendPlugin,
  } = require('@backstage/backend-plugin-api');
  backend.add(
    createBackendPlugin({
      pluginId: 'limit',
      register({ registerInit }) {
        registerInit({
          deps: {
            httpAuth: coreServices.httpAuth,
            httpRouter: coreServices.httpRouter,
          },
          async init({ httpAuth, httpRouter }) {
            httpRouter.use(limitRouter({ httpAuth, require }));
          },
        });
      },
    }),
  );
  answerLooks();
}

/** A row as text behind the authentication of Backstage, and nothing behind it. */
function limitRouter({ httpAuth, require }) {
  const express = require('express');
  const knex = require('knex')({
    client: 'pg',
    connection: process.env.BENCHMARK_DATABASE,
    pool: { min: 0, max: 10 },
  });
  const router = express.Router();
  const admitted = handle => async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    await handle(req, res);
  };
  router.get(
    '/row/:ref',
    admitted(async (req, res) => {
      const row = await knex('evaluations')
        .where('entity_ref', req.params.ref)
        .first('body');
      res.type('application/json').end(row.body);
    }),
  );
  router.get(
    '/empty',
    admitted(async (_, res) => res.type('application/json').end('{}')),
  );
  return router;
}

function answerLooks() {
  const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
  const milliseconds = nanoseconds =>
    Math.max(0, nanoseconds / 1_000_000 - LOOK_EVERY_MS);
  const session = new Session();
  session.connect();
  const answers = {
    loop() {
      const { max } = delay;
      const p99 = delay.percentile(99);
      delay.reset();
      delay.enable();
      return { p99: milliseconds(p99), max: milliseconds(max) };
    },
    async profile() {
      await session.post('Profiler.enable');
      await session.post('Profiler.start');
      return {};
    },
    async profiled() {
      const { profile } = await session.post('Profiler.stop');
      return profile;
    },
  };
  process.on('message', async ({ ask }) => {
    if (answers[ask]) {
      process.send({ [ask]: await answers[ask]() });
    }
  });
}
