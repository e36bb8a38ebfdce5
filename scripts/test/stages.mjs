import { existsSync, readFileSync } from 'node:fs';

/**
 * What `./run test` runs, in this order.
 *
 * A stage is a list of commands. `streams` shows their output as it comes,
 * otherwise only that of a failing command is shown. `count` reads how many
 * tests a report holds; a stage without it counts as one. `needs` names stages
 * whose failure makes this one meaningless.
 */
export const stages = [
  {
    name: 'types',
    title: 'types (tsc)',
    // Whole: in what order the reports list words depends on what the compiler saw before.
    commands: () => [['tsc', '--incremental', 'false']],
  },
  {
    name: 'lint',
    title: 'lint (eslint)',
    commands: () => [
      ['backstage-cli', 'repo', 'lint'],
      [
        'eslint',
        '--ext',
        '.mjs,.ts',
        'benchmarks',
        'e2e-tests',
        'scripts',
        'tests',
      ],
    ],
  },
  {
    name: 'format',
    title: 'format (prettier)',
    commands: () => [['prettier', '--check', '.']],
  },
  {
    name: 'api',
    title: 'API reports of the packages',
    needs: ['types'],
    commands: () => [['yarn', 'api-reports', '--ci']],
  },
  {
    name: 'openapi',
    title: 'OpenAPI document and router agree',
    commands: () => [['node', 'scripts/openapi.mjs', '--check']],
  },
  {
    name: 'scripts',
    title: 'tests of the scripts and of the engine in a browser',
    commands: ({ report }) => [
      [
        'node',
        '--test',
        '--test-reporter=dot',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${report}`,
        'scripts/**/*.test.mjs',
        'benchmarks/**/*.test.mjs',
      ],
    ],
    count: report => ({
      passed: tapCount(report, 'pass'),
      failed: tapCount(report, 'fail'),
      skipped: tapCount(report, 'skipped'),
    }),
  },
  {
    name: 'unit',
    title: 'unit tests on SQLite and PostgreSQL (jest)',
    streams: true,
    commands: ({ report, patterns }) => [
      [
        'node',
        'scripts/with-postgres.mjs',
        'backstage-cli',
        ...['repo', 'test', '--watch=false', '--passWithNoTests'],
        ...['--json', `--outputFile=${report}`, ...patterns],
      ],
    ],
    count: report => {
      const result = JSON.parse(report);
      return {
        passed: result.numPassedTests,
        failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
        skipped: result.numPendingTests,
      };
    },
  },
  {
    name: 'build',
    title: 'production builds of the frontends',
    commands: () => [['node', 'scripts/demo/build.mjs']],
  },
  {
    name: 'journeys',
    title: 'browser journeys (Chromium)',
    streams: true,
    needs: ['build'],
    commands: () => [['node', 'scripts/journeys.mjs', '--reporter=list,json']],
    env: ({ report }) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    count: journeyCount,
  },
  {
    name: 'legacy',
    title: 'browser journey in the legacy frontend system',
    streams: true,
    needs: ['build'],
    commands: () => [
      ['node', 'scripts/journeys.mjs', '--legacy', '--reporter=list,json'],
    ],
    env: ({ report }) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    count: journeyCount,
  },
];

const tapCount = (report, name) =>
  Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);

function journeyCount(report) {
  const { stats } = JSON.parse(report);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
}

/** The text of a report, or undefined if the stage did not get that far. */
export const readReport = file =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;
