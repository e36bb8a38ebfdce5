const { builtinModules } = require('node:module');

const PURE =
  'The model, the engine and the policy are pure: no IO, no clock, no randomness. Take it as an argument.';
const ENGINE = 'The engine gets what is parsed already.';

/** Rules for folders whose results depend on their arguments only. */
const pure = (folders, { paths = [], patterns = [] } = {}) => ({
  files: folders.map(folder => `src/${folder}/**`),
  excludedFiles: ['**/*.test.*', '**/__testUtils__/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [...builtinModules, ...['knex', 'express', 'react', 'react-dom']]
          .map(name => ({ name, message: PURE }))
          .concat(paths),
        patterns: [
          {
            group: [
              'node:*',
              'knex/*',
              'express/*',
              'react/*',
              '@backstage/backend-*',
              '@backstage/core-*',
              '@backstage/frontend-*',
            ],
            message: PURE,
          },
          { group: ['*.test*', '**/__testUtils__/**'] },
          ...patterns,
        ],
      },
    ],
    'no-restricted-globals': [
      'error',
      ...[
        'process',
        'performance',
        'crypto',
        'fetch',
        'window',
        'globalThis',
        'setTimeout',
        'setInterval',
        'setImmediate',
        'queueMicrotask',
      ].map(name => ({ name, message: PURE })),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: PURE },
      { object: 'Math', property: 'random', message: PURE },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector:
          ":matches(NewExpression, CallExpression)[callee.name='Date'][arguments.length=0]",
        message: PURE,
      },
      {
        selector: 'ImportExpression, CallExpression[callee.name="require"]',
        message: PURE,
      },
    ],
  },
});

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    pure(['model', 'policy']),
    pure(['engine'], {
      paths: ['zod', 'yaml'].map(name => ({ name, message: ENGINE })),
      patterns: [{ group: ['zod/*', 'yaml/*'], message: ENGINE }],
    }),
  ],
});
