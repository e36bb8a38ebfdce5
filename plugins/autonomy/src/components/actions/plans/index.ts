export { ChangePlanDialog } from './ChangePlanDialog';
export { NewPlanDialog, type NewPlanDialogProps } from './NewPlanDialog';
export { PlanActions } from './PlanActions';
