// The engine is TypeScript: what runs here is bundled first, in memory or into a temporary folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = path.resolve(import.meta.dirname, '../..');
export const common = path.join(root, 'plugins/autonomy-common');

const options = contents => ({
  stdin: { contents, resolveDir: path.join(common, 'src'), loader: 'ts' },
  bundle: true,
  format: 'esm',
  target: 'es2022',
  logLevel: 'silent',
});

/** Imports TypeScript that is relative to the sources of autonomy-common. */
export async function load(contents) {
  const folder = mkdtempSync(path.join(tmpdir(), 'autonomy-engine-'));
  const outfile = path.join(folder, 'engine.mjs');
  try {
    await build({
      ...options(contents),
      outfile,
      platform: 'node',
      sourcemap: 'inline',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Bundles the same for a browser: the minified text, and the bytes that each module takes of it. */
export async function bundleForBrowser(contents) {
  const { outputFiles, metafile } = await build({
    ...options(contents),
    format: 'iife',
    globalName: 'engine',
    platform: 'browser',
    minify: true,
    lineLimit: 500, // else an error prints all of it
    write: false,
    metafile: true,
    absWorkingDir: root,
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  return {
    text: outputFiles[0].text,
    modules: Object.entries(inputs).map(([file, { bytesInOutput }]) => ({
      file,
      bytes: bytesInOutput,
    })),
  };
}
