/**
 * Documents as one text, each as it was written.
 *
 * @internal
 */
export function exportText(documents: readonly string[]): string {
  return documents
    .map(yaml => (yaml.endsWith('\n') ? yaml : `${yaml}\n`))
    .join('---\n');
}
