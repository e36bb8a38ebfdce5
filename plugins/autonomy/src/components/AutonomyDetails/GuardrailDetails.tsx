import type {
  Evaluation,
  GuardrailResult,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  GuardrailStatusChip,
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { countHeld } from '../guardrailCounts';
import { CheckLine } from './CheckLine';
import { FoldedLines } from './FoldedLines';
import { GuardrailClock } from './GuardrailClock';
import { useDetailsStyles } from './styles';

const WORST_FIRST = ['breached', 'unknown', 'at-risk', 'exempt', 'ok'];

/** Every guardrail with its risk, effect, owner and fix; the worst first. */
export function GuardrailDetails({ guardrails, rights }: Evaluation) {
  const classes = useDetailsStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const announced = guardrails.announced ?? [];
  if (guardrails.guardrails.length + announced.length === 0) {
    return <p className={classes.text}>{t('guardrailDetails.none')}</p>;
  }
  const worstFirst = [...guardrails.guardrails].sort(
    (a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status),
  );
  return (
    <>
      <h3 className={classes.heading}>
        {t('guardrailDetails.heading', {
          held: String(countHeld(guardrails)),
          all: String(guardrails.guardrails.length),
        })}
      </h3>
      {guardrails.counts.unknown > 0 && (
        <p className={classes.text}>{t('guardrailDetails.unknown')}</p>
      )}
      <FoldedLines
        lines={[
          ...worstFirst.map(guardrail => ({
            key: guardrail.check.id,
            held: guardrail.status === 'ok',
            line: (
              <CheckLine
                check={guardrail.check}
                mark={
                  guardrail.status !== 'ok' && (
                    <GuardrailStatusChip status={guardrail.status} />
                  )
                }
              >
                <GuardrailClock {...guardrail} />
                <GuardrailEffect guardrail={guardrail} rights={rights} />
              </CheckLine>
            ),
          })),
          ...announced.map(check => ({
            key: check.id,
            held: false,
            line: (
              <CheckLine check={check}>
                {check.effectiveFrom === undefined
                  ? t('check.states.announced')
                  : t('check.announcedFrom', {
                      date: format.date(check.effectiveFrom),
                    })}
              </CheckLine>
            ),
          })),
        ]}
      />
    </>
  );
}

function GuardrailEffect(props: {
  guardrail: GuardrailResult;
  rights: RightResult[];
}) {
  const { cap, areas, mandatory } = props.guardrail;
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const names = areas
    .map(id => props.rights.find(item => item.area === id)?.title ?? id)
    .join(', ');
  const effect = cap
    ? t('guardrailDetails.narrows', { areas: names, right: words.right(cap) })
    : t('guardrailDetails.informs', { areas: names });
  return (
    <div>
      {mandatory ? `${effect} · ${t('guardrailDetails.mandatory')}` : effect}
    </div>
  );
}
