import { z } from 'zod';

// The content security policy forbids making functions from text, which zod's fast path does. Loaded before any parser is made.
z.config({ jitless: true });
