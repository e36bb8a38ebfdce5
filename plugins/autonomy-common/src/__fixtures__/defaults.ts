import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CompiledPolicy } from '../engine';
import { compilePolicy, parsePolicyFile, type PolicyDocument } from '../policy';

const DEFAULTS = resolve(__dirname, '../../defaults');

/** The documents shipped with the package. */
export function defaultDocuments(): PolicyDocument[] {
  return readdirSync(DEFAULTS)
    .sort()
    .flatMap(file => {
      const text = readFileSync(join(DEFAULTS, file), 'utf8');
      const { documents, issues } = parsePolicyFile(text, file);
      if (issues.length > 0) throw new Error(JSON.stringify(issues));
      return documents;
    });
}

let compiled: CompiledPolicy | undefined;

/** The policy shipped with the package, compiled once. */
export function defaultPolicy(): CompiledPolicy {
  compiled ??= compilePolicy(defaultDocuments());
  return compiled;
}

/** The defaults with further documents over them. */
export function policyWith(...texts: string[]): CompiledPolicy {
  const extra = texts.flatMap((text, i) => {
    const { documents, issues } = parsePolicyFile(text, `extra-${i}.yaml`);
    if (issues.length > 0) throw new Error(JSON.stringify(issues));
    return documents;
  });
  return compilePolicy([...defaultDocuments(), ...extra]);
}

const EXISTING_ESTATE = `
apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: existing-estate }
spec: { ladder: { bootstrap: sustained } }
`;

/** The same for an estate where what has been so for long counts from the start. */
export function existingEstate(...texts: string[]): CompiledPolicy {
  return policyWith(EXISTING_ESTATE, ...texts);
}
