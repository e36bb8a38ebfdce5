import {
  autonomyApiRef,
  autonomyPolicyApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createEvaluation,
  FakeAutonomyApi,
  FakeAutonomyPolicyApi,
  type FakeAutonomyPolicyApiOptions,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { usePermission } from '@backstage/plugin-permission-react';
import { EditorView } from '@codemirror/view';
import { act, screen } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { rootRouteRef } from '../../../routes';
import { PolicyEditor } from '../PolicyEditor';

// Code fields ask where their text is drawn, and here nothing is.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

export interface SetUpEditorOptions extends FakeAutonomyPolicyApiOptions {
  yaml: string;
  /** What is in the address behind the draft. */
  search?: string;
  allowed?: boolean;
}

function Address() {
  const { pathname, search } = useLocation();
  return <output>{`${pathname}${search}`}</output>;
}

/** The editor with one draft of a text. */
export async function setUpEditor(options: SetUpEditorOptions) {
  const { allowed = true, search = '', yaml, ...rest } = options;
  jest.mocked(usePermission).mockReturnValue({ loading: false, allowed });
  const policyApi = new FakeAutonomyPolicyApi(rest);
  const draft = await policyApi.createDraft({ yaml });
  const api = new FakeAutonomyApi({ evaluations: [createEvaluation()] });
  renderInTestApp(
    <>
      <Routes>
        <Route path="/drafts/:id" element={<PolicyEditor />} />
        <Route path="*" element={<p>elsewhere</p>} />
      </Routes>
      <Address />
    </>,
    {
      apis: [
        [autonomyApiRef, api],
        [autonomyPolicyApiRef, policyApi],
        catalogApiMock(),
      ],
      mountedRoutes: {
        '/autonomy': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/drafts/${draft.id}${search}`],
    },
  );
  await screen.findByRole('textbox', { name: 'YAML of the draft' });
  return { api, draft, policyApi };
}

/** The text in a code field. */
export function codeOf(name: string): string {
  return viewOf(name).state.doc.toString();
}

/** Writes a text into a code field; the browser's own typing does not work without a layout. */
export function writeCode(name: string, text: string): void {
  const view = viewOf(name);
  act(() => {
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
    });
  });
}

function viewOf(name: string): EditorView {
  const view = EditorView.findFromDOM(screen.getByRole('textbox', { name }));
  if (!view) throw new Error(`${name} is no code field`);
  return view;
}
