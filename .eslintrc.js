// The root's own files; every package has a configuration of its own.
module.exports = {
  root: true,
  overrides: [
    {
      files: [
        '{benchmarks,scripts,tests}/**/*.mjs',
        'e2e-tests/**/*.ts',
        '*.ts',
      ],
      extends: ['eslint:recommended', 'prettier'],
      parser: '@typescript-eslint/parser',
      parserOptions: { ecmaVersion: 'latest', sourceType: 'module' },
      env: { node: true, es2022: true },
    },
  ],
};
