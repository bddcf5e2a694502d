/** Every address of the page, behind the `#`. Screens link with {@link paths}; the router reads them with {@link patterns}. */
export const patterns = {
  home: '/',
  about: '/about',
  tariffs: '/tariffs',
  tariff: '/tariffs/:category/:version',
  mine: '/mine',
  connection: '/connection/:number',
  bill: '/connection/:number/bill/:bill',
  pay: '/connection/:number/pay',
  receipt: '/connection/:number/receipt/:block/:logIndex',
  manage: '/connection/:number/manage',
  counter: '/counter',
  signedReading: '/signed-reading',
  board: '/board',
  connections: '/board/connections/:show?',
  register: '/board/register',
  readings: '/board/readings/:number?',
  billing: '/board/billing',
  cases: '/board/cases',
  boardTariffs: '/board/tariffs',
  newTariff: '/board/tariffs/new/:category?',
  money: '/board/money',
  roles: '/board/roles',
} as const;

/** What the list of connections can be cut down to. */
export const connectionSelections = [
  'all',
  'arrears',
  'overdue',
  'advance',
  'unread',
  'ready',
  'offered',
  'closed',
] as const;
export type ConnectionSelection = (typeof connectionSelections)[number];

export const paths = {
  ...patterns,
  tariff: (category: number, version: number) => `/tariffs/${category}/${version}`,
  connection: (number: bigint) => `/connection/${number}`,
  bill: (number: bigint, bill: number) => `/connection/${number}/bill/${bill}`,
  pay: (number: bigint) => `/connection/${number}/pay`,
  manage: (number: bigint) => `/connection/${number}/manage`,
  connections: '/board/connections',
  connectionsThat: (show: ConnectionSelection) => `/board/connections/${show}`,
  readings: '/board/readings',
  readingOf: (number: bigint) => `/board/readings/${number}`,
  newTariff: '/board/tariffs/new',
  newVersion: (category: number) => `/board/tariffs/new/${category}`,
  receipt: (number: bigint, block: bigint, logIndex: number) => `/connection/${number}/receipt/${block}/${logIndex}`,
} as const;
