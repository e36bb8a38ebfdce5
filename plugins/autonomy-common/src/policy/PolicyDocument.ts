import type { JsonObject } from '@backstage/types';
import type { Scorecard } from '../model';
import type { DocumentLines } from './DocumentLines';
import type { Overlay } from './overlay/Overlay';

/** A document of a policy file after its fields were validated. @public */
export type PolicyDocument = {
  file: string;
  /** Where its fields stand, for messages. */
  lines: DocumentLines;
} & (
  | {
      kind: 'Policy';
      name: string;
      title?: string;
      description?: string;
      /** The fields it sets, as written: later documents override earlier ones. */
      value: JsonObject;
    }
  | { kind: 'Scorecard'; name: string; value: Scorecard }
  | {
      /** Takes an earlier scorecard of that name away. */
      kind: 'DisabledScorecard';
      name: string;
    }
  | { kind: 'Overlay'; name: string; value: Overlay }
);
