module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // Tests that others register: they are exported, and know their subject only when they run.
      files: ['src/testUtils/**'],
      rules: {
        'jest/expect-expect': 'off',
        'jest/no-conditional-expect': 'off',
        'jest/no-export': 'off',
        'jest/valid-title': 'off',
      },
    },
  ],
});
