import { resolve } from 'node:path';
import { readDocuments } from './files';

const backend = resolve(__dirname, '../../..');

interface AppConfig {
  autonomy: {
    /** Relative to the backend's folder. */
    policy: { files: string[] };
    /** Governance domain to board, for domains without the annotation. */
    boards: Record<string, string>;
    centralBoard: string;
  };
}

/** What the configuration of the demo says about autonomy; files are absolute. */
export function readConfig() {
  const [{ autonomy }] = readDocuments<AppConfig>(
    resolve(backend, '../../app-config.yaml'),
  );
  return {
    ...autonomy,
    policyFiles: autonomy.policy.files.map(file => resolve(backend, file)),
  };
}
