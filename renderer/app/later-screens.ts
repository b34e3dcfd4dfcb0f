/** The screens that nobody needs before a file is open. */
export { ProductsScreen } from '../products/ProductsScreen.tsx';
export { SettingsScreen } from '../settings/SettingsScreen.tsx';
export { BatchFrame } from './BatchFrame.tsx';
