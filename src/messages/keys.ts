import type about from './en/about.json';
import type asset from './en/asset.json';
import type bill from './en/bill.json';
import type billing from './en/billing.json';
import type board from './en/board.json';
import type cases from './en/cases.json';
import type common from './en/common.json';
import type connection from './en/connection.json';
import type connections from './en/connections.json';
import type consumer from './en/consumer.json';
import type counter from './en/counter.json';
import type editor from './en/editor.json';
import type error from './en/error.json';
import type life from './en/life.json';
import type manage from './en/manage.json';
import type money from './en/money.json';
import type payment from './en/payment.json';
import type readings from './en/readings.json';
import type roles from './en/roles.json';
import type run from './en/run.json';
import type shell from './en/shell.json';
import type signed from './en/signed.json';
import type start from './en/start.json';
import type tariff from './en/tariff.json';
import type transaction from './en/transaction.json';
import type visitor from './en/visitor.json';
import type wallet from './en/wallet.json';

type Catalogue = typeof about &
  typeof asset &
  typeof bill &
  typeof billing &
  typeof board &
  typeof cases &
  typeof common &
  typeof connection &
  typeof connections &
  typeof consumer &
  typeof counter &
  typeof editor &
  typeof error &
  typeof life &
  typeof manage &
  typeof money &
  typeof payment &
  typeof readings &
  typeof roles &
  typeof run &
  typeof shell &
  typeof signed &
  typeof start &
  typeof tariff &
  typeof transaction &
  typeof visitor &
  typeof wallet;

/** Every message there is. A subject is a file of the catalogue, and the part of the key before the first dot. */
export type MessageKey = keyof Catalogue;
