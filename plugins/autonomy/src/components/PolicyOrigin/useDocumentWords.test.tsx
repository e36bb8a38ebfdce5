import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { useDocumentWords, type DocumentWords } from './useDocumentWords';

type Named = Parameters<DocumentWords['title']>[0];

const BUILT_IN = { type: 'built-in', place: 'policy.yaml' } as const;

function Title({ document }: { document: Named }) {
  return <p>{useDocumentWords().title(document)}</p>;
}

describe('useDocumentWords', () => {
  it.each<[string, Named]>([
    ['Ours', { kind: 'policy', name: 'a', title: 'Ours', origin: BUILT_IN }],
    ['Built-in policy', { kind: 'policy', name: 'default', origin: BUILT_IN }],
    [
      'default',
      { kind: 'policy', name: 'default', origin: { type: 'here', version: 1 } },
    ],
    ['levels', { kind: 'scorecard', name: 'levels', origin: BUILT_IN }],
  ])('calls a document %j', async (title, document) => {
    renderInTestApp(<Title document={document} />);

    expect(await screen.findByText(title)).toBeVisible();
  });
});
