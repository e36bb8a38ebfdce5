// usage: node scripts/openapi.mjs [--check]
//
// Writes the OpenAPI document of the backend as a TypeScript constant, which
// types and validates its router. --check only says whether that is up to date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { parse } from 'yaml';
import { print, printError } from './lib/console.mjs';
import { inRoot, root } from './lib/root.mjs';

const source = inRoot('plugins/autonomy-backend/src/schema/openapi.yaml');
const target = inRoot(
  'plugins/autonomy-backend/src/schema/openapi/generated/router.ts',
);
const show = file => path.relative(root, file);

async function generate() {
  const spec = parse(readFileSync(source, 'utf8'));
  const code = `
// Generated from ../../openapi.yaml by \`./run openapi\`. Do not edit.
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';

export const spec = ${JSON.stringify(spec, undefined, 2)} as const;

export const createOpenApiRouter = async (
  options?: Parameters<typeof createValidatedOpenApiRouter>['1'],
) => createValidatedOpenApiRouter<typeof spec>(spec, options);
`;
  const options = await prettier.resolveConfig(target);
  return prettier.format(code, { ...options, parser: 'typescript' });
}

const code = await generate();
const isCurrent = existsSync(target) && readFileSync(target, 'utf8') === code;
if (!process.argv.includes('--check')) {
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, code);
  print(`${show(target)} ${isCurrent ? 'was up to date' : 'written'}`);
} else if (!isCurrent) {
  printError(`${show(target)} is not what ${show(source)} says: ./run openapi`);
  process.exitCode = 1;
}
