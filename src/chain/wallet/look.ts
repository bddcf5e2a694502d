import { createContext } from 'react';

/** How the dialog that asks for a wallet looks and what it speaks, as far as RainbowKit knows the language. */
export const WalletLookContext = createContext<{ isDark: boolean; locale: 'en-US' | 'hi-IN' }>({
  isDark: false,
  locale: 'en-US',
});
