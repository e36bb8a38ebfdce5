import {
  compilePolicy,
  lintPolicy,
  parsePolicyFile,
  PolicyError,
  type FactSchemas,
  type PolicyDocument,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { keyTextOf } from '../documents/keys';
import type { PolicyText } from '../sources';
import type { PolicyAttempt, PolicySnapshot } from './PolicyRegistry';
import { layersOf, type PolicyLayers } from './layersOf';
import { toDocumentIssues } from './toDocumentIssue';

/**
 * The text that is tried, where messages name files.
 *
 * @internal
 */
export const TRIED = 'draft';

/**
 * Compiles some text over a policy.
 *
 * @remarks
 *
 * What is tried takes the place of what was published here, below the configuration; but where it is a document of the
 * configuration that is tried, it is over all others.
 *
 * @param options - `here`: what is published here instead of what is
 * @internal
 */
export function attemptOver(
  snapshot: PolicySnapshot,
  yaml: string,
  options: { facts?: FactSchemas; here?: readonly PolicyText[] } = {},
): PolicyAttempt {
  const { published } = snapshot;
  const { facts, here } = options;
  const toIssue = toDocumentIssues(TRIED, yaml);
  const { documents, issues } = parsePolicyFile(yaml, TRIED);
  if (issues.length > 0) {
    return { documents: [], issues: issues.map(toIssue), warnings: [] };
  }
  const all = over(layersOf(snapshot, here), documents);
  try {
    const policy = compilePolicy(all, { facts, published });
    const warnings = lintPolicy(all).filter(({ file }) => file === TRIED);
    return { policy, documents, issues: [], warnings: warnings.map(toIssue) };
  } catch (error) {
    if (!(error instanceof PolicyError)) {
      throw error;
    }
    return { documents, issues: error.issues.map(toIssue), warnings: [] };
  }
}

function over(
  { builtIn, configured, here }: PolicyLayers,
  tried: readonly PolicyDocument[],
): PolicyDocument[] {
  const keys = new Set(tried.map(keyTextOf));
  const isReplaced = (document: PolicyDocument) =>
    keys.has(keyTextOf(document));
  const ofConfiguration = new Set(configured.filter(isReplaced).map(keyTextOf));
  const isOfConfiguration = (document: PolicyDocument) =>
    ofConfiguration.has(keyTextOf(document));
  return [
    ...builtIn,
    ...here.filter(document => !isReplaced(document)),
    ...tried.filter(document => !isOfConfiguration(document)),
    // What takes a document away needs it to be there.
    ...configured.filter(
      document =>
        !isReplaced(document) ||
        tried.some(
          each =>
            each.kind === 'DisabledScorecard' &&
            keyTextOf(each) === keyTextOf(document),
        ),
    ),
    ...tried.filter(isOfConfiguration),
  ];
}
