import type { Bill, MoneyEntry } from '../../chain/history/entries.ts';
import { HistoryView } from '../../chain/history/HistoryView.tsx';
import type { History } from '../../chain/history/useHistory.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { type Bar, BarChart } from '../../ui/BarChart.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ComparisonText } from './ComparisonText.tsx';
import { energyOf } from './comparison.ts';
import { withoutReplaced } from './withoutReplaced.ts';

/** A year and the same month of the year before. */
const periods = 13;

/** Consumption or cost of the last periods, oldest first. */
export function ConsumptionChart({ history }: { history: History<MoneyEntry> }) {
  const t = useT();
  return (
    <Panel title={t('connection.consumption')}>
      <HistoryView
        history={history}
        select={(entries) => entries.filter((entry) => entry.type === 'bill')}
        empty={t('connection.noConsumption')}
      >
        {(bills) => <Chart bills={bills} />}
      </HistoryView>
    </Panel>
  );
}

function Chart({ bills }: { bills: readonly Bill[] }) {
  const t = useT();
  const format = useFormat();
  const measured = withoutReplaced(bills);
  const barsOf = (of: readonly Bill[], measure: (bill: Bill) => bigint, show: (value: bigint) => string): Bar[] =>
    shown(of).map((bill, index) => ({
      id: String(bill.number),
      tick: tickOf(bill, index === 0, format.month),
      label: format.period(bill.fromDay, bill.toDay),
      value: measure(bill),
      text: show(measure(bill)),
      marked: bill.kind === 'estimated',
    }));
  const chart = (unit: 'energy' | 'money', bars: Bar[]) => ({
    id: unit,
    label: t(`connection.show.${unit}`),
    content: (
      <>
        <BarChart
          title={t(`connection.chart.${unit}`)}
          headers={[t('connection.periodHeader'), t(`connection.show.${unit}`)]}
          bars={bars}
        />
        {bars.some(({ marked }) => marked) && <p>{t('connection.estimatedMarked')}</p>}
      </>
    ),
  });
  return (
    <>
      <ComparisonText bills={measured} />
      <Tabs
        label={t('connection.show')}
        tabs={[
          chart('energy', barsOf(measured, energyOf, format.energy)),
          chart(
            'money',
            barsOf(bills, (bill) => bill.amount, format.money),
          ),
        ]}
      />
    </>
  );
}

/** Oldest first. */
function shown(bills: readonly Bill[]): Bill[] {
  return bills.slice(0, periods).reverse();
}

/** The month that most of the period lies in; with its year at the beginning and in January. */
function tickOf({ fromDay, toDay }: Bill, isFirst: boolean, monthOf: (day: number) => string): string {
  const middle = Math.floor((fromDay + toDay) / 2);
  const [month = '', year = ''] = monthOf(middle).split(' ');
  const isJanuary = new Date(middle * 86_400_000).getUTCMonth() === 0;
  return isFirst || isJanuary ? `${month}\n${year}` : month;
}
