/**
 * The page's policy forbids making code of texts. The schemas would try it once, to be quicker, and the browser would report it:
 * they are told before any of them is made.
 */
import { z } from 'zod';

z.config({ jitless: true });
