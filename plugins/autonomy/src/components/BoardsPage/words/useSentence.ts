import type {
  PlacementSide,
  Proposal,
  ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { nameOf } from './nameOf';
import { useAreaTitles } from './useAreaTitles';
import { useDisputedWords } from './useDisputedWords';

/** What a proposal is about, in one sentence. */
export function useSentence(): (
  proposal: Pick<Proposal, 'content' | 'entityRef' | 'entityTitle'>,
) => string {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const what = useContentSentence();
  return ({ content, entityRef, entityTitle }) =>
    t('boardSentence.about', {
      entity: entityTitle ?? nameOf(entityRef),
      what: what(content),
    });
}

/** The same without the entity. */
export function useContentSentence(): (content: ProposalContent) => string {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const words = useAutonomyWords();
  const format = useFormatters();
  const areas = useAreaTitles();
  const disputed = useDisputedWords();

  function placement(
    moves: ('tier' | 'domain' | 'owner')[],
    from: PlacementSide,
    to: PlacementSide,
  ): string {
    const named = (ref?: string) =>
      ref ? nameOf(ref) : t('boardSentence.none');
    const sentences = {
      tier: () =>
        t('boardSentence.placementTier', {
          from: String(from.tier),
          to: String(to.tier),
        }),
      domain: () =>
        t('boardSentence.placementDomain', {
          from: named(from.domainRef),
          to: named(to.domainRef),
        }),
      owner: () =>
        t('boardSentence.placementOwner', {
          from: named(from.ownerRef),
          to: named(to.ownerRef),
        }),
    };
    return format.all(moves.map(move => sentences[move]()));
  }

  return content => {
    switch (content.matter) {
      case 'promotion':
        return t('boardSentence.promotion', {
          from: String(content.from),
          to: String(content.to),
        });
      case 'placement':
        return placement(content.moves, content.from, content.to);
      case 'tier-review':
        return t('boardSentence.tier-review', {
          declared: String(content.declared),
          computed: String(content.computed),
        });
      case 'incident': {
        const { field, from, title, to } = content;
        const about = {
          title,
          field: t(`incidentField.${field}`),
          to: disputed(field, to),
        };
        return from === undefined
          ? t('boardSentence.incidentNew', about)
          : t('boardSentence.incident', {
              ...about,
              from: disputed(field, from),
            });
      }
      case 'bypass':
        return t(`boardSentence.bypass.${content.wanted}`, {
          title: content.title,
        });
      case 'cross-domain':
        return t('boardSentence.cross-domain', {
          title: content.title,
          domains: format.all(content.domainRefs.map(nameOf)),
        });
      case 'exemption': {
        const { expiresAt, renewalOf, title } = content;
        const about = { title, date: format.date(expiresAt) };
        return renewalOf
          ? t('boardSentence.exemptionAgain', about)
          : t('boardSentence.exemption', about);
      }
      case 'grant': {
        const { area, expiresAt, renewalOf, right, trial } = content;
        const about = {
          right: words.right(right),
          area: areas.one(area),
          date: format.date(expiresAt),
        };
        if (renewalOf) return t('boardSentence.grantAgain', about);
        return trial
          ? t('boardSentence.grantTrial', about)
          : t('boardSentence.grant', about);
      }
      case 'plan':
        return t('boardSentence.plan', {
          title: content.title,
          areas: areas.all(content.areas),
          date: format.date(content.endsAt),
        });
      case 'plan-change': {
        const { change, title, until } = content;
        return change === 'extend'
          ? t('boardSentence.plan-change.extend', {
              title,
              date: until === undefined ? '' : format.date(until),
            })
          : t(`boardSentence.plan-change.${change}`, { title });
      }
      // A matter that a newer backend knows.
      default:
        return (content as { matter: string }).matter;
    }
  };
}
