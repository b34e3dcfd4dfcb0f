/** The screens that nobody needs before a file is open. */
import './disable-zod-jit.ts';

export { ProductsScreen } from '../products/ProductsScreen.tsx';
export { SettingsScreen } from '../settings/SettingsScreen.tsx';
export { BatchFrame } from './BatchFrame.tsx';
