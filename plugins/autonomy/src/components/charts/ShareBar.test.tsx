import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { ShareBar } from './ShareBar';

const parts = [
  { id: 'ok', label: 'all hold', value: 996, tone: 'good' as const },
  { id: 'breached', label: 'breached', value: 4, tone: 'bad' as const },
  { id: 'none', label: 'no guardrails', value: 0 },
];

describe('ShareBar', () => {
  it('says every part in words, and never claims an end it does not reach', async () => {
    renderInTestApp(
      <ShareBar
        label="By guardrails"
        parts={parts}
        hrefOf={id => (id === 'ok' ? undefined : `/list?status=${id}`)}
      />,
    );

    expect(
      await screen.findByRole('img', {
        name: 'By guardrails: all hold 996 (>99%), breached 4 (<1%), and no guardrails 0 (0%)',
      }),
    ).toBeInTheDocument();
    const entries = within(
      screen.getByRole('list', { name: 'By guardrails' }),
    ).getAllByRole('listitem');
    expect(entries.map(({ textContent }) => textContent)).toEqual([
      'all hold 996 (>99%)',
      'breached 4 (<1%)',
      'no guardrails 0 (0%)',
    ]);
  });

  it('leads to what a part counts, where it counts anything', async () => {
    renderInTestApp(
      <ShareBar
        label="All"
        parts={parts}
        hrefOf={id => `/list?status=${id}`}
      />,
    );

    expect(
      (await screen.findAllByRole('link')).map(link =>
        link.getAttribute('href'),
      ),
    ).toEqual(['/list?status=ok', '/list?status=breached']);
  });

  it('does without shares where there is nothing', async () => {
    renderInTestApp(
      <ShareBar label="All" parts={[{ id: 'a', label: 'a', value: 0 }]} />,
    );

    expect(await screen.findByRole('listitem')).toHaveTextContent(/^a 0$/);
  });
});
