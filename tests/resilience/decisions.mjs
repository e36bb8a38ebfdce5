// T14: what people decide has its effect once, and is written down once, while processes are killed on the way.
// usage: ./run node tests/resilience/decisions.mjs [--commands 300] [--kills 10] [--components 6] [--lanes 6]
//        [--seed n]
// Prints one JSON line; exits 1 on a breach. See docs/reference/resilience.md.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkAuditTrail } from './lib/auditTrail.mjs';
import { createBackend } from './lib/backend.mjs';
import { CENTRE, componentRef, PEOPLE } from './lib/boards.mjs';
import { createCommands } from './lib/decisionCommands.mjs';
import { untilNothingWaits } from './lib/evaluations.mjs';
import { waitUntilSettled } from './lib/intake.mjs';
import { createKiller } from './lib/killer.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { seededRandom } from './lib/random.mjs';
import { createChecks, progress, round, runTest } from './lib/runTest.mjs';
import { sendDecisions } from './lib/sendDecisions.mjs';
import { checkDecisions, count } from './lib/storedDecisions.mjs';
import { createUserTokens } from './lib/userTokens.mjs';

const PROCESSES = 2;
/** In which a process starts. */
const RESTART_MS = 6_000;
const EVALUATED_WITHIN_SECONDS = 120;
/** Of a component, so that several ask for the same. */
const CHECKS = 6;
const AREAS = 4;
/** Of answers and lines that tell what went wrong. */
const SHOWN = 8;

/** Two votes for everything that is asked for here. */
const POLICY = `apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: decisions }
spec:
  governance:
    rules:
      exemption: { quorum: 2, approval: majority }
      grant: { quorum: 2, approval: majority }
`;

await runTest({
  name: 'decisions',
  defaults: { commands: 300, kills: 10, components: 6, lanes: 6 },
  minutes: 60,
  async test(options) {
    const { commands: total, components, folder, lanes, seed } = options;
    const checks = createChecks();
    const random = seededRandom(seed);
    const postgres = await startPostgres(options);
    const users = createUserTokens();
    const tokens = new Map(
      PEOPLE.map(person => [person.ref, users.tokenOf(person)]),
    );
    const backends = await startBoards({ ...options, postgres, users });
    await untilNothingWaits(postgres, EVALUATED_WITHIN_SECONDS);
    const subjects = await readSubjects(backends[0], components);

    const killer = createKiller({ ...options, backends, total });
    const begun = performance.now();
    const attempts = await sendDecisions({
      backends,
      commands: createCommands({ random, subjects }),
      count: total,
      lanes,
      onSent: () => killer.noteProgress(),
      // So long that what was killed is there again before the next kill.
      pauseMs: (options.kills * RESTART_MS * lanes) / total,
      random,
      tokens,
    });
    const sendSeconds = (performance.now() - begun) / 1_000;
    await killer.finish();
    progress(
      `${attempts.length} attempts in ${round(sendSeconds)} s with ${
        killer.kills
      } kills in ${folder}`,
    );
    await untilNothingWaits(postgres, EVALUATED_WITHIN_SECONDS);

    const stored = await checkDecisions({ attempts, checks, postgres });
    const trail = await checkAuditTrail({
      attempts,
      backend: backends[0],
      checks,
      postgres,
    });
    const { expect } = checks;
    const unhandled = backends.flatMap(backend => backend.unhandled);
    const failed = attempts.filter(({ status }) => status >= 500);
    expect(unhandled.length === 0, `${unhandled.length} errors not caught`);
    expect(
      failed.length === 0,
      `${failed.length} answers of 500 or above: ${failed
        .slice(0, SHOWN)
        .map(({ answer }) => whyOf(answer, backends))
        .join('; ')}`,
    );
    expect(
      killer.kills >= options.kills,
      `${killer.kills} kills, expected ${options.kills}`,
    );
    return {
      processes: PROCESSES,
      attempts: attempts.length,
      answers: count(attempts, ({ status = 'none' }) => String(status)),
      accepted: count(
        attempts.filter(({ status }) => status < 300),
        ({ kind }) => kind,
      ),
      ...stored,
      ...trail,
      killed: killer.kills,
      sendSeconds: round(sendSeconds, 1),
      breaches: checks.breaches,
    };
  },
});

/** What the process wrote down of an answer that tells only where to look. */
function whyOf(answer, backends) {
  const text = JSON.stringify(answer);
  const [, logId] = /logId=(\w+)/.exec(text) ?? [];
  const lines = backends.flatMap(({ logFile }) =>
    readFileSync(logFile, 'utf8').split('\n'),
  );
  const at = logId ? lines.findIndex(line => line.includes(logId)) : -1;
  return at < 0 ? text : lines.slice(at, at + SHOWN).join(' ');
}

async function startBoards(options) {
  const { folder, postgres, users } = options;
  const file = path.join(folder, 'decisions.yaml');
  writeFileSync(file, POLICY);
  const backends = [];
  for (let n = 1; n <= PROCESSES; n++) {
    const backend = await createBackend({
      ...options,
      name: `backend-${n}`,
      databasePort: postgres.port,
      autonomy: {
        boardsWithoutPermissions: true,
        centralBoard: CENTRE,
        policy: { files: [file] },
      },
      environment: {
        TEST_CATALOG: './boards.mjs',
        TEST_JWKS: users.jwks,
        TEST_PLUGIN: './authPlugin.mjs',
      },
    });
    await backend.start();
    backends.push(backend);
  }
  await waitUntilSettled(postgres);
  return backends;
}

/** What can be asked for about each component: checks that it does not meet, and other rights. */
async function readSubjects(backend, components) {
  return Promise.all(
    Array.from({ length: components }, async (_, n) => {
      const [kind, name] = componentRef(n).split(':');
      const response = await backend.send(
        `/api/autonomy/v1/entities/${kind}/${name}`,
      );
      const { guardrails, readiness, rights } = await response.json();
      const found = [
        ...readiness.checks,
        ...guardrails.guardrails.map(({ check }) => check),
      ].filter(({ state }) => state === 'fail' || state === 'unknown');
      return {
        checks: found.map(({ id }) => id).slice(0, CHECKS),
        rights: rights.slice(0, AREAS),
      };
    }),
  );
}
