import {
  advance,
  type Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { goldenCases } from '@aligned-autonomy/backstage-plugin-autonomy-common/testUtils';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { FakeAutonomyApi } from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import {
  translationApiRef,
  type TranslationApi,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { EntityAutonomyCard } from './EntityAutonomyCard';

// Written out, so that the words are compared with something else than themselves.
const RIGHTS = {
  1: 'approval',
  2: 'consult',
  3: 'peer review',
  4: 'inform',
  5: 'decide',
};
const STATUSES = {
  none: 'no guardrails',
  ok: 'all hold',
  exempt: /^\d+ exempt$/,
  'at-risk': /^\d+ at risk$/,
  breached: /^\d+ breached$/,
  unknown: /^\d+ unknown$/,
};

/** What is in no text for a reader. */
const FLAW = /undefined|NaN|\[object|Invalid Date|\{\{/g;

/** The flaws of what is shown, each with what is around it; attributes are read aloud, so they count. */
function flawsOf({ innerHTML: html }: HTMLElement): string[] {
  return [...html.matchAll(FLAW)].map(({ index }) =>
    html.slice(Math.max(0, index - 80), index + 40),
  );
}

/** The texts of the plugin, and each key that has none; instead of it the key would be shown. */
function strictTranslation() {
  const texts = mockApis.translation();
  const missing: string[] = [];
  const api: TranslationApi = {
    translation$: ref => texts.translation$(ref),
    getTranslation: ref => {
      const { t, ...rest } = texts.getTranslation(ref) as any;
      const strict = (key: string, options?: object) => {
        const text = t(key, options);
        // For a section of texts i18next says so, beginning with its key.
        if (text === key || text.startsWith?.(`key '${key} `)) {
          missing.push(key);
        }
        return text;
      };
      return { ...rest, t: strict };
    },
  };
  return { api, missing };
}

async function renderCard(evaluation: Evaluation) {
  const { kind, name, namespace } = evaluation.entity;
  const { api: translationApi, missing } = strictTranslation();
  renderInTestApp(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: { name, namespace },
      }}
    >
      <EntityAutonomyCard />
    </EntityProvider>,
    {
      apis: [
        [autonomyApiRef, new FakeAutonomyApi({ evaluations: [evaluation] })],
        [translationApiRef, translationApi],
        catalogApiMock(),
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  await screen.findByText(evaluation.level.title);
  return { missing };
}

/** Several times faster than a user, and there are hundreds of clicks. */
async function click(element: HTMLElement) {
  // What appears subscribes to the language, which answers a moment later.
  await act(async () => {
    fireEvent.click(element);
  });
}

/** Goes through all tabs, and through all areas of the rights. */
async function visitDetails(onShown: (panel: HTMLElement) => void) {
  const dialog = within(screen.getByRole('dialog'));
  const tabs = within(dialog.getByLabelText('Topics')).getAllByRole('tab');
  for (const tab of tabs) {
    await click(tab);
    const panel = dialog.getByLabelText(tab.textContent!);
    onShown(panel);
    const areas = within(panel).queryByLabelText('Decision areas');
    for (const area of areas?.querySelectorAll<HTMLElement>(
      '[aria-current=false]',
    ) ?? []) {
      await click(area);
      onShown(panel);
    }
  }
  return tabs.map(tab => tab.textContent);
}

describe('the card and its details', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each(goldenCases())(
    'put in words: $name',
    async ({ input, policy, now }) => {
      jest.spyOn(Date, 'now').mockReturnValue(now);
      const evaluation = advance(input, policy, now);
      const { guardrails, level, plans, rights } = evaluation;
      const { missing } = await renderCard(evaluation);

      await click(screen.getByText(`All ${rights.length}`));
      expect(
        screen.getByLabelText(`Level ${level.level} of ${level.ladder.length}`),
      ).toBeInTheDocument();
      expect(screen.getByText(STATUSES[guardrails.status])).toBeInTheDocument();
      expect(
        screen.getAllByLabelText(/^Why .+ in /).map(right => right.ariaLabel),
      ).toEqual(
        rights.map(
          ({ effective, title }) => `Why ${RIGHTS[effective]} in ${title}?`,
        ),
      );
      expect(flawsOf(document.body)).toEqual([]);

      await click(screen.getByText(/^(How|Why)$/));
      const shown: string[] = [];
      const topics = await visitDetails(panel => {
        shown.push(panel.textContent!);
        expect(flawsOf(panel)).toEqual([]);
      });

      expect(topics).toHaveLength(plans.length > 0 ? 7 : 6);
      const text = shown.join('\n');
      expect(text).toContain(`Level ${level.level} · ${level.title}`);
      for (const { effective, title } of rights) {
        expect(text).toContain(`${title}: ${RIGHTS[effective]}`);
      }
      expect(missing).toEqual([]);
    },
  );
});
