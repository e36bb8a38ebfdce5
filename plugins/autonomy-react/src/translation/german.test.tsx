import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { GuardrailStatusChip, RightsStrip } from '../components';
import { createEvaluation } from '../testUtils';
import german from './de';
import { flattenTexts } from './flattenTexts';
import { messages } from './messages';

const inGerman = {
  app: {
    baseUrl: 'http://localhost',
    extensions: [
      {
        'api:app/app-language': {
          config: { defaultLanguage: 'de', availableLanguages: ['en', 'de'] },
        },
      },
    ],
  },
  backend: { baseUrl: 'http://localhost' },
};

describe('German', () => {
  it('has every text with the same figures', () => {
    const figures = (texts: Record<string, string>) =>
      Object.entries(texts)
        .map(([key, text]) =>
          [key, ...[...text.matchAll(/{{\w+}}/g)].flat().sort()].join(' '),
        )
        .sort();

    expect(figures(german)).toEqual(figures(flattenTexts(messages)));
  });
});

describe('in an app that speaks German', () => {
  afterEach(() => localStorage.clear());

  it('says rights and limits in German words and figures', async () => {
    const { rights, trust } = createEvaluation();
    renderInTestApp(<RightsStrip rights={rights} trust={trust} />, {
      config: inGerman,
    });

    const list = await screen.findByRole('list', {
      name: 'Entscheidungsrechte nach Bereich',
    });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(row => row.textContent),
    ).toEqual(
      expect.arrayContaining([
        'OperationsMitteilungStufe 3',
        'DeploymentGegenprüfungVertrauen 0,39 von 0,75 · 2 Vorfälle',
      ]),
    );
  });

  it('counts guardrails', async () => {
    renderInTestApp(<GuardrailStatusChip status="at-risk" count={2} />, {
      config: inGerman,
    });

    expect(await screen.findByText('2 gefährdet')).toBeVisible();
  });
});
