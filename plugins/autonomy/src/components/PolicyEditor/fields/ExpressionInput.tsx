import {
  checkExpression,
  type ExpressionUse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RiAlertLine, RiErrorWarningLine } from '@remixicon/react';
import { useId, useMemo } from 'react';
import { CodeEditor } from '../code/CodeEditor';
import { expressionSupport } from '../code/expressionLanguage';
import { useEditing, useField } from '../document/Editing';
import type { FieldProps } from './fieldProps';
import { useFieldText } from './useFieldText';

const useStyles = makeStyles(
  {
    root: { minWidth: 0, gridColumn: '1 / -1' },
    message: { overflowWrap: 'anywhere' },
  },
  { name: 'AutonomyExpressionInput' },
);

export interface ExpressionInputProps extends FieldProps {
  use: ExpressionUse;
  passAt?: number;
}

/** An expression over facts: what is wrong is underlined while it is typed, and said in words below it. */
export function ExpressionInput(props: ExpressionInputProps) {
  const { address, help, label, passAt, use } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const helpId = useId();
  const { facts, schemas } = useEditing();
  const { change, isReadOnly, mistake, value } = useField(address);
  const { flush, text, type } = useFieldText(
    typeof value === 'string' ? value : '',
    typed => change(typed.trim() === '' ? undefined : typed),
  );
  const extensions = useMemo(
    () => expressionSupport({ use, facts, schemas, passAt }),
    [facts, passAt, schemas, use],
  );
  const review = useMemo(
    () =>
      text.trim() === ''
        ? undefined
        : checkExpression(text, { use, facts: schemas, passAt }),
    [passAt, schemas, text, use],
  );
  const wrong = review?.issues[0]?.message ?? mistake;
  const warning = review?.warnings[0]?.message;
  return (
    <div className={classes.root}>
      <Typography variant="caption" component="div">
        {label}
      </Typography>
      <CodeEditor
        label={label}
        describedBy={helpId}
        value={text}
        onChange={type}
        onBlur={flush}
        isInvalid={wrong !== undefined}
        isReadOnly={isReadOnly}
        extensions={extensions}
        maxHeight="9em"
      />
      <FormHelperText id={helpId} component="div" className={classes.message}>
        {wrong !== undefined && (
          <div className={tones.bad}>
            <RiErrorWarningLine size={14} aria-hidden /> {wrong}
          </div>
        )}
        {wrong === undefined && warning !== undefined && (
          <div className={tones.attention}>
            <RiAlertLine size={14} aria-hidden /> {warning}
          </div>
        )}
        {help}
      </FormHelperText>
    </div>
  );
}
