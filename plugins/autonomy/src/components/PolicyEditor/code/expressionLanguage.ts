import {
  checkExpression,
  completeExpression,
  type ExpressionIssue,
  type ExpressionUse,
  type FactSchemas,
  type KnownFact,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { StreamLanguage } from '@codemirror/language';
import { linter, type Diagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';

const LINT_PAUSE = 200;

/** What an expression field knows while somebody writes. */
export interface ExpressionKnowledge {
  use: ExpressionUse;
  facts: KnownFact[];
  schemas: FactSchemas;
  passAt?: number;
}

const TYPES = {
  fact: 'variable',
  function: 'function',
  operator: 'keyword',
  keyword: 'keyword',
} as const;

/** Colours of an expression; what it means is the engine's. */
const expression = StreamLanguage.define({
  token(stream) {
    if (stream.match(/^(?:'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?)/)) {
      return 'string';
    }
    if (stream.match(/^\d+(?:\.\d+)?/)) return 'number';
    if (stream.match(/^(?:true|false|null)\b/)) return 'bool';
    if (stream.match(/^in\b/)) return 'keyword';
    if (stream.match(/^[A-Za-z_]\w*(?=\s*\()/)) return 'variableName.function';
    if (stream.match(/^[A-Za-z_][\w.]*/)) return 'variableName';
    stream.next();
    return null;
  },
});

/** Completion, marks and colours of an expression. */
export function expressionSupport(knowledge: ExpressionKnowledge): Extension {
  return [
    expression,
    autocompletion({
      override: [context => completionsAt(context, knowledge)],
      activateOnTyping: true,
    }),
    linter(view => diagnosticsOf(view.state.doc.toString(), knowledge), {
      delay: LINT_PAUSE,
    }),
  ];
}

/** What is wrong with an expression, and what may not be meant. */
export function diagnosticsOf(
  source: string,
  { facts: _, ...knowledge }: ExpressionKnowledge,
): Diagnostic[] {
  // Whether something must stand there is the document's affair.
  if (source.trim() === '') return [];
  const { issues, warnings } = checkExpression(source, {
    use: knowledge.use,
    facts: knowledge.schemas,
    passAt: knowledge.passAt,
  });
  const marked =
    (severity: Diagnostic['severity']) =>
    ({ from, message, to }: ExpressionIssue): Diagnostic => ({
      // Whatever is said of the end is marked on the last character.
      from: Math.max(0, Math.min(from, source.length - 1)),
      to: Math.min(to, source.length),
      message,
      severity,
    });
  return [...issues.map(marked('error')), ...warnings.map(marked('warning'))];
}

function completionsAt(
  context: CompletionContext,
  { facts, use }: ExpressionKnowledge,
): CompletionResult | null {
  const source = context.state.doc.toString();
  const { from, options } = completeExpression(source, context.pos, {
    facts,
    use,
  });
  const isTyped = from < context.pos || source[from - 1] === '.';
  if (options.length === 0 || (!context.explicit && !isTyped)) return null;
  return {
    from,
    options: options.map(
      ({ apply, detail, kind, label }): Completion => ({
        label,
        detail,
        apply,
        type: TYPES[kind],
      }),
    ),
    validFor: /^\w*$/,
  };
}
