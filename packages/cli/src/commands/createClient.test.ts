import { PassThrough } from 'node:stream';
import { createClient } from './createClient';

async function warningsFor(url: string) {
  const stderr = new PassThrough();
  const options = { output: 'json' as const, retries: 0, timeout: 1, url };
  await createClient(options, {
    env: { AUTONOMY_TOKEN: 'the-token' },
    stderr,
  });
  return String(stderr.read() ?? '');
}

it.each([
  'http://portal.example',
  'http://10.0.0.7:7007/base',
  'http://localhost.example',
  'http://127.0.0.1.example',
])('warns of a token that others can read: %s', async url => {
  expect(await warningsFor(url)).toMatch(
    /^warning: --url is plain http: .*\n$/,
  );
});

it.each([
  'https://portal.example',
  'http://localhost:7007',
  'http://backend.localhost',
  'HTTP://127.1/',
  'http://[::1]:7007',
])('does not warn for %s', async url => {
  expect(await warningsFor(url)).toBe('');
});
