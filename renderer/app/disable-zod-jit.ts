/**
 * Turns off zod's JIT compilation before any schema is made: the page's CSP forbids `eval`, which zod would try once, and the
 * browser would report it as a breach.
 */
import { z } from 'zod';

z.config({ jitless: true });
