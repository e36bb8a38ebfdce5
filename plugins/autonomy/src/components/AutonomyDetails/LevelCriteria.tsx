import type {
  Evaluation,
  LevelRequirement,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { FoldedLines } from './FoldedLines';
import { RequirementLine } from './RequirementLine';

export interface LevelCriteriaProps {
  requirements: LevelRequirement[];
  /** For the names of areas and guardrails. */
  evaluation: Evaluation;
}

/** What a level asks for: what is open, then what leans on an exemption, then the rest. */
export function LevelCriteria(props: LevelCriteriaProps) {
  const { requirements, evaluation } = props;
  return (
    <FoldedLines
      lines={openFirst(requirements).map((requirement, index) => ({
        key: String(index),
        held: rank(requirement) === 2,
        line: (
          <RequirementLine requirement={requirement} evaluation={evaluation} />
        ),
      }))}
    />
  );
}

function openFirst(requirements: LevelRequirement[]): LevelRequirement[] {
  return [...requirements].sort((a, b) => rank(a) - rank(b));
}

function rank(requirement: LevelRequirement): number {
  if (!requirement.met) return 0;
  const { kind } = requirement;
  return kind === 'check' && requirement.check.state === 'exempt' ? 1 : 2;
}
