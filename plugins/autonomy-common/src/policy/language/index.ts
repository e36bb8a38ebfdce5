export {
  checkExpression,
  type CheckExpressionOptions,
  type ExpressionIssue,
  type ExpressionReview,
  type ExpressionUse,
} from './checkExpression';
export {
  completeExpression,
  type CompleteExpressionOptions,
  type ExpressionCompletion,
  type ExpressionOption,
} from './completeExpression';
export {
  DocumentPositions,
  positionIn,
  type TextPosition,
} from './DocumentPositions';
export { editDocument, insertItem, moveItem, removeItem } from './edit';
export { declaredFacts } from './declaredFacts';
export { fieldPath } from './fieldPath';
export {
  describeFunction,
  EXPRESSION_FUNCTIONS,
  type ExpressionFunction,
} from './functions';
