import { createContext } from 'react';
import type { Words } from '../messages/words.ts';

/** What an error means to a user. The app provides it, so that panels can speak of errors they know nothing of. */
export const ExplainContext = createContext<(error: unknown) => Words>(() => ({ key: 'error.unexpected' }));
