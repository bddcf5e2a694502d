import { Suspense, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { type Access, useAccess } from '../chain/access.ts';
import { paths, patterns } from '../paths.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ClosedPage } from './ClosedPage.tsx';
import { CrashPage } from './CrashPage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { mayOpen } from './parts.ts';
import { routes, type Route as ScreenRoute } from './routes.tsx';

const homes: Partial<Record<Access['kind'], string>> = { consumer: paths.mine, board: paths.board };

/** The screen at the present address. */
export function Screens() {
  const [location] = useLocation();
  useEffect(() => {
    if (location) window.scrollTo(0, 0);
  }, [location]);
  return (
    <ErrorBoundary key={location} fallback={<CrashPage />}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Switch>
          {routes.map((route) => (
            <Route key={route.pattern} path={route.pattern}>
              {(params) => <Guarded route={route} props={route.parse(params)} />}
            </Route>
          ))}
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

function Guarded({ route, props }: { route: ScreenRoute; props: Record<string, unknown> | null }) {
  const access = useAccess();
  const home = homes[access.kind];
  const isHome = route.pattern === patterns.home;
  if (!props) return <NotFoundPage />;
  if (access.status === 'loading' && (isHome || route.part !== 'public')) return <Skeleton lines={6} />;
  if (isHome && home) return <Redirect to={home} replace />;
  if (!mayOpen(route.part, access)) return <ClosedPage part={route.part} />;
  return <route.Screen {...props} />;
}
