export { PolicyEditor, PolicyEditor as default } from './PolicyEditor';
