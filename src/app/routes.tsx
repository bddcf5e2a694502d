import { type ComponentType, lazy } from 'react';
import { completeMessages } from '../messages/language.ts';
import { type ConnectionSelection, connectionSelections, patterns } from '../paths.ts';
import type { Part } from './parts.ts';

/** Reads one parameter of an address; null when it can't be meant. */
type Parser<T> = (text: string) => T | null;

export interface Route {
  pattern: string;
  part: Part;
  Screen: ComponentType<Record<string, unknown>>;
  /** The screen's props from the address's parameters; null when there can't be such a page. */
  parse: (params: Record<string, string | undefined>) => Record<string, unknown> | null;
}

const small: Parser<number> = (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null);
const large: Parser<bigint> = (text) => (/^\d{1,20}$/.test(text) && BigInt(text) < 2n ** 64n ? BigInt(text) : null);
const selection: Parser<ConnectionSelection> = (text) => connectionSelections.find((one) => one === text) ?? null;

/** A parameter that may be left out. */
function optional<T>(parser: Parser<T>): Parser<T | undefined> {
  return (text) => (text === '' ? undefined : parser(text));
}

/** The only place that knows which screen stands at which address, and for whom. Each screen is loaded when it is opened. */
export const routes: readonly Route[] = [
  route(patterns.home, 'public', {}, () =>
    import('../features/visitor/VisitorScreen.tsx').then((m) => m.VisitorScreen),
  ),
  route(patterns.about, 'public', {}, () => import('../features/visitor/AboutScreen.tsx').then((m) => m.AboutScreen)),
  route(patterns.tariffs, 'public', {}, () =>
    import('../features/tariffs/TariffsScreen.tsx').then((m) => m.TariffsScreen),
  ),
  route(patterns.tariff, 'public', { category: small, version: small }, () =>
    import('../features/tariffs/TariffScreen.tsx').then((m) => m.TariffScreen),
  ),
  route(patterns.mine, 'mine', {}, () => import('../features/account/MineScreen.tsx').then((m) => m.MineScreen)),
  route(patterns.connection, 'public', { number: large }, () =>
    import('../features/account/ConnectionScreen.tsx').then((m) => m.ConnectionScreen),
  ),
  route(patterns.bill, 'public', { number: large, bill: small }, () =>
    import('../features/bill/BillScreen.tsx').then((m) => m.BillScreen),
  ),
  route(patterns.pay, 'public', { number: large }, () =>
    import('../features/payment/PayScreen.tsx').then((m) => m.PayScreen),
  ),
  route(patterns.receipt, 'public', { number: large, block: large, logIndex: small }, () =>
    import('../features/payment/ReceiptScreen.tsx').then((m) => m.ReceiptScreen),
  ),
  route(patterns.counter, 'public', {}, () =>
    import('../features/counter/CounterScreen.tsx').then((m) => m.CounterScreen),
  ),
  route(patterns.signedReading, 'public', {}, () =>
    import('../features/signed-reading/SignedReadingScreen.tsx').then((m) => m.SignedReadingScreen),
  ),
  route(patterns.board, 'board', {}, () =>
    import('../features/overview/OverviewScreen.tsx').then((m) => m.OverviewScreen),
  ),
  route(patterns.connections, 'board', { show: optional(selection) }, () =>
    import('../features/connections/ConnectionsScreen.tsx').then((m) => m.ConnectionsScreen),
  ),
  route(patterns.register, 'registration', {}, () =>
    import('../features/connections/RegisterScreen.tsx').then((m) => m.RegisterScreen),
  ),
  route(patterns.readings, 'readings', { number: optional(large) }, () =>
    import('../features/readings/ReadingsScreen.tsx').then((m) => m.ReadingsScreen),
  ),
  route(patterns.billing, 'billing', {}, () =>
    import('../features/billing/BillingScreen.tsx').then((m) => m.BillingScreen),
  ),
  route(patterns.cases, 'cases', {}, () => import('../features/cases/CasesScreen.tsx').then((m) => m.CasesScreen)),
  route(patterns.manage, 'cases', { number: large }, () =>
    import('../features/manage/ManageScreen.tsx').then((m) => m.ManageScreen),
  ),
  route(patterns.boardTariffs, 'tariffs', {}, () =>
    import('../features/tariff-editor/PublishedTariffsScreen.tsx').then((m) => m.PublishedTariffsScreen),
  ),
  route(patterns.newTariff, 'tariffs', { category: optional(small) }, () =>
    import('../features/tariff-editor/PublishScreen.tsx').then((m) => m.PublishScreen),
  ),
  route(patterns.money, 'board', {}, () => import('../features/money/MoneyScreen.tsx').then((m) => m.MoneyScreen)),
  route(patterns.roles, 'board', {}, () => import('../features/roles/RolesScreen.tsx').then((m) => m.RolesScreen)),
];

function route<Props extends object>(
  pattern: string,
  part: Part,
  parsers: { [K in keyof Props]: Parser<Props[K]> },
  load: () => Promise<ComponentType<Props>>,
): Route {
  const Screen = lazy(async () => {
    const [screen] = await Promise.all([load(), pattern === patterns.home || completeMessages()]);
    return { default: screen };
  });
  return { pattern, part, Screen: Screen as unknown as Route['Screen'], parse: (params) => parse(parsers, params) };
}

function parse(parsers: Record<string, Parser<unknown>>, params: Record<string, string | undefined>) {
  const entries = Object.entries(parsers).map(([name, parser]) => [name, parser(params[name] ?? '')] as const);
  return entries.some(([, value]) => value === null) ? null : Object.fromEntries(entries);
}
