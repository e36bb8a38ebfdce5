export { NeedsWidget, type NeedsWidgetProps } from './NeedsWidget';
