import { Failure } from '../Failure';
import type { PolicyText } from './PolicyText';
import { isTestFile } from './readTexts';

/**
 * Files as one text of several documents, without the tests among them.
 *
 * @throws Failure (input) where there are only tests
 * @internal
 */
export function inOneText(texts: readonly PolicyText[]): string {
  const documents = texts.filter(({ file }) => !isTestFile(file));
  if (documents.length === 0) {
    throw new Failure(
      'input',
      'expected more than tests of checks, found none',
    );
  }
  return documents.map(({ yaml }) => yaml.replace(/\n*$/, '\n')).join('---\n');
}
