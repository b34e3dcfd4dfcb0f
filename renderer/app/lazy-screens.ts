/** The screens behind the first one, bundled as a chunk of their own that is loaded later. */
import './disable-zod-jit.ts';

export { ProductsScreen } from '../products/ProductsScreen.tsx';
export { SettingsScreen } from '../settings/SettingsScreen.tsx';
export { Guide } from '../guide/Guide.tsx';
export { BatchFrame } from './BatchFrame.tsx';
export { QueueScreen } from '../queue/QueueScreen.tsx';
export { PinPrompt } from './PinPrompt.tsx';
export { TeamOfferPrompt } from '../team/TeamOfferPrompt.tsx';
