import type { NewProposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import { entityRefField } from '../../ingestion';
import { paragraphField } from '../paragraphField';
import { reasonField } from '../proposals';

const MIN_TITLE = 3;
const MAX_TITLE = 200;
const MIN_DOMAINS = 2;
const MAX_DOMAINS = 20;

/** @internal */
export type NewCrossDomainProposal = Extract<
  NewProposal,
  { matter: 'cross-domain' }
>;

const domainRefsField = () => {
  const error = `a list of ${MIN_DOMAINS} to ${MAX_DOMAINS} domains, each once`;
  return z
    .array(
      entityRefField().refine(ref => ref.startsWith('domain:'), {
        error: 'the ref of a domain such as domain:default/payments',
      }),
      { error },
    )
    .min(MIN_DOMAINS, { error })
    .max(MAX_DOMAINS, { error })
    .refine(refs => new Set(refs).size === refs.length, { error })
    .transform(refs => [...refs].sort());
};

/** @internal */
export const crossDomainSchema: z.ZodType<NewCrossDomainProposal> =
  z.strictObject(
    {
      matter: z.literal('cross-domain', { error: 'cross-domain' }),
      entityRef: entityRefField(),
      title: paragraphField(MIN_TITLE, MAX_TITLE),
      domainRefs: domainRefsField(),
      reason: reasonField(),
    },
    { error: 'an object' },
  );
