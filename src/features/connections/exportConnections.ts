import type { Connection } from '../../chain/reads/connections.ts';
import { agreementOf } from '../../domain/agreement.ts';
import { dayOfTimestamp, isoDateOfDay } from '../../domain/calendar.ts';
import { toCsv } from '../../domain/csv.ts';
import { formatDecimal } from '../../domain/decimal.ts';
import { advance, arrears } from '../../domain/ledger.ts';

const header = [
  'consumer_number',
  'holder',
  'category',
  'tariff',
  'load_kw',
  'agreement',
  'register_kwh',
  'read_on',
  'billed_kwh',
  'billed_before',
  'bills',
  'last_due_on',
  'charged',
  'credited',
  'arrears',
  'advance',
];

/** The connections as a CSV file; dates in the board's local time. @param titleOf of a category */
export function exportConnections(
  connections: readonly Connection[],
  titleOf: (category: number) => string,
  utcOffset: number,
): string {
  return toCsv(
    header,
    connections.map((connection) => {
      const { charged, credited, dueDay } = connection;
      return [
        String(connection.number),
        connection.holder,
        String(connection.category),
        titleOf(connection.category),
        thousandths(connection.loadW),
        agreementText(connection.agreement),
        thousandths(connection.register),
        isoDateOfDay(dayOfTimestamp(connection.readAt, utcOffset)),
        thousandths(connection.billedRegister),
        isoDateOfDay(connection.billedDay),
        String(connection.bills),
        dueDay === null ? '' : isoDateOfDay(dueDay),
        ...[charged, credited, arrears(charged, credited), advance(charged, credited)].map(money),
      ];
    }),
  );
}

function agreementText(code: number): string {
  const agreement = agreementOf(code);
  return agreement.unit === 'prepaid' ? 'prepaid' : `${agreement.count} ${agreement.unit}`;
}

function thousandths(value: bigint): string {
  return formatDecimal(value, 3, { keep: 0 });
}

function money(value: bigint): string {
  return formatDecimal(value, 6, { keep: 2 });
}
