import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { explain } from '../chain/errors/explain.ts';
import { createQueryClient } from '../chain/queryClient.ts';
import { i18n } from '../messages/language.ts';
import { ExplainContext } from '../ui/explain.ts';
import { CrashPage } from './CrashPage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';
import { StartGate } from './StartGate.tsx';

const queries = createQueryClient();

export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <ErrorBoundary fallback={<CrashPage />}>
        <QueryClientProvider client={queries}>
          <ExplainContext value={explain}>
            <Router hook={useHashLocation}>
              <StartGate>
                <Shell />
              </StartGate>
            </Router>
          </ExplainContext>
        </QueryClientProvider>
      </ErrorBoundary>
    </I18nProvider>
  );
}
