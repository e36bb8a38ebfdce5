// What the engine with CEL weighs in a browser: minified, and compressed with gzip.
// usage: node benchmarks/engine/bundleSize.mjs
import { gzipSync } from 'node:zlib';
import { bundleForBrowser } from './bundle.mjs';

/** Everything that computes; policies are read and compiled elsewhere. */
export const ENGINE = `
  export { evaluate, assess, advance, compileExpression } from './engine';
`;

const groupOf = file =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ??
  /autonomy-common\/src\/(\w+(?:\/\w+(?=\/))?)/.exec(file)?.[1] ??
  file;

/** The bundle with its size in bytes, and what each package and folder takes of it. */
export async function engineBundle() {
  const { text, modules } = await bundleForBrowser(ENGINE);
  const groups = {};
  for (const { file, bytes } of modules) {
    const group = groupOf(file);
    groups[group] = (groups[group] ?? 0) + bytes;
  }
  return {
    text,
    modules,
    groups,
    minified: Buffer.byteLength(text),
    gzipped: gzipSync(text, { level: 9 }).length,
  };
}

if (import.meta.filename === process.argv[1]) {
  const { groups, minified, gzipped } = await engineBundle();
  const sorted = Object.entries(groups).sort((a, b) => b[1] - a[1]);
  for (const [group, bytes] of sorted) {
    console.log(`${bytes.toLocaleString('en').padStart(10)}  ${group}`);
  }
  console.log(
    `${minified
      .toLocaleString('en')
      .padStart(10)}  minified, ${gzipped.toLocaleString(
      'en',
    )} bytes with gzip`,
  );
  console.log(
    JSON.stringify({ benchmark: 'engine-bundle', minified, gzipped, groups }),
  );
}
