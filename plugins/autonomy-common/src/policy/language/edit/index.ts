export { editDocument } from './editDocument';
export { insertItem, moveItem, removeItem } from './items';
