import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TrendChart, type TrendChartProps } from './TrendChart';

const DAY = 86_400_000;
const JUNE = Date.UTC(2026, 5, 1, 12);

function show(props: Partial<TrendChartProps> = {}) {
  renderInTestApp(
    <TrendChart
      title="Trust"
      format={value => value.toFixed(2)}
      stepped
      series={[
        {
          id: 'trust',
          label: 'Trust in Deployment',
          points: [
            { at: JUNE, value: 0.25 },
            { at: JUNE + 20 * DAY, value: 0.5 },
          ],
        },
        {
          id: 'accountability',
          label: 'Accountability',
          points: [{ at: JUNE + 10 * DAY, value: 0.8 }],
        },
      ]}
      markers={[
        {
          at: JUNE + 5 * DAY,
          label: 'PAY-1042',
          url: 'https://incidents.example.com/PAY-1042',
        },
        { at: JUNE - DAY, label: 'Before the chart begins' },
      ]}
      {...props}
    />,
  );
}

describe('TrendChart', () => {
  it('says in words what its lines show, and what happened meanwhile', async () => {
    show();

    const chart = await screen.findByRole('img', { name: /^Trust\./ });
    expect(chart).toHaveAccessibleName(
      /Trust in Deployment: 0\.25 on .*1.*, 0\.50 on .*21.*\. Accountability: 0\.80/,
    );
    expect(screen.getByRole('link', { name: /PAY-1042/ })).toHaveAttribute(
      'href',
      'https://incidents.example.com/PAY-1042',
    );
    expect(screen.queryByText(/Before the chart/)).not.toBeInTheDocument();
  });

  it('tells its lines apart without colour', async () => {
    show();
    await screen.findByRole('img', { name: /^Trust\./ });

    const dashes = [...document.querySelectorAll('.recharts-line-curve')].map(
      line => line.getAttribute('stroke-dasharray'),
    );
    expect(dashes).toHaveLength(2);
    expect(new Set(dashes).size).toBe(2);
  });

  it('is a table as well, the newest first', async () => {
    show();
    const toggle = await screen.findByRole('button', {
      name: 'Show as table: Trust',
    });

    await userEvent.click(toggle);

    expect(toggle).toHaveAccessibleName('Show as lines: Trust');
    const rows = within(screen.getByRole('table', { name: 'Trust' }))
      .getAllByRole('row')
      .map(row => row.textContent);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toBe('DateTrust in DeploymentAccountabilityWhat happened');
    expect(rows[1]).toContain('0.500.80');
    expect(rows[3]).toContain('0.25–PAY-1042');

    await userEvent.click(toggle);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says where there is nothing to draw', async () => {
    show({
      series: [{ id: 'a', label: 'A', points: [{ at: 1, value: undefined }] }],
    });

    expect(
      await screen.findByText('Nothing was recorded in this time.'),
    ).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
