import type { APIRequestContext } from '@playwright/test';
import { ApiAs } from './api';

const GUARDRAILS = { kind: 'scorecard', name: 'guardrails' };

/** A draft of the guardrails that would take rights away, and a simulation of it, as a platform engineer makes them. */
export async function draftOfGuardrails(
  request: APIRequestContext,
): Promise<{ draft: string; simulation: string }> {
  const api = await ApiAs.person(request, 'petra.platform');
  const { items } = await api.get('policy/drafts');
  const known = items.find(
    ({ kind, name }: typeof GUARDRAILS) =>
      kind === GUARDRAILS.kind && name === GUARDRAILS.name,
  );
  if (known) {
    return { draft: known.id, simulation: await simulate(api, known.id) };
  }
  const { yaml } = await api.get('policy/documents/scorecard/guardrails');
  const { id } = await api.post('policy/drafts', {
    yaml: yaml.replace('effect: narrow', 'effect: stop'),
  });
  return { draft: id, simulation: await simulate(api, id) };
}

async function simulate(api: ApiAs, draftId: string): Promise<string> {
  const { id } = await api.post('simulations', { draftId });
  return id;
}
