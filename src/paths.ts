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
  board: '/board',
  connections: '/board/connections',
  register: '/board/register',
  readings: '/board/readings',
  billing: '/board/billing',
  boardTariffs: '/board/tariffs',
  newTariff: '/board/tariffs/new',
  money: '/board/money',
} as const;

export const paths = {
  ...patterns,
  tariff: (category: number, version: number) => `/tariffs/${category}/${version}`,
  connection: (number: bigint) => `/connection/${number}`,
  bill: (number: bigint, bill: number) => `/connection/${number}/bill/${bill}`,
  pay: (number: bigint) => `/connection/${number}/pay`,
  receipt: (number: bigint, block: bigint, logIndex: number) => `/connection/${number}/receipt/${block}/${logIndex}`,
} as const;
