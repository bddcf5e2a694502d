import { type ReactNode, useState } from 'react';
import { readFigure } from '../../domain/readFigure.ts';
import type { Tariff } from '../../domain/tariff/model.ts';
import { useFormat, useT, useWords } from '../../messages/useMessages.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TariffCharges } from '../../ui/tariff/TariffCharges.tsx';
import { agree, type Quote } from './comparison.ts';
import { type PreviewRow, usePreview } from './usePreview.ts';

interface PreviewPanelProps {
  /** The new version; null while the form is not complete. */
  tariff: Tariff | null;
  /** The field that is wrong or missing. */
  problem: string | null;
  inForce: Tariff | undefined;
  startDay: number;
  /** What depends on whether browser and contract have come to the same. */
  children: (hasAgreed: boolean) => ReactNode;
}

/** What the new version would cost typical consumers, by the browser and by the contract. */
export function PreviewPanel({ tariff, problem, inForce, startDay, children }: PreviewPanelProps) {
  const t = useT();
  const [load, setLoad] = useState('3');
  const loadW = readFigure(load, { decimals: 3, least: 1n, most: 2n ** 32n - 1n });
  const preview = usePreview(loadW === null ? null : tariff, inForce, loadW ?? 0n, startDay);
  // While something is typed, the last preview stays in sight, but nothing can be published by it.
  const rows = tariff && loadW !== null && !preview.isPlaceholderData ? preview.data : undefined;
  const isSame = rows?.every(
    ({ now, next }) => (!now || agree(now.browser, now.contract)) && agree(next.browser, next.contract),
  );
  return (
    <>
      <Panel title={t('editor.preview')} variant="accent">
        <TextField
          label={t('tariff.load')}
          hint={t('editor.previewHint')}
          inputMode="decimal"
          after="kW"
          value={load}
          onValue={setLoad}
          error={loadW === null ? t('tariff.loadWrong') : null}
        />
        {tariff ? (
          <QueryView query={preview} lines={5}>
            {(rows) => (
              <>
                <PreviewTable rows={rows} />
                {!preview.isPlaceholderData && <Agreement rows={rows} isSame={isSame ?? false} />}
              </>
            )}
          </QueryView>
        ) : (
          <p>
            {t('editor.notComplete')} {problem && <code>{problem}</code>}
          </p>
        )}
        {tariff && (
          <Disclosure title={t('editor.asConsumersSee')}>
            <TariffCharges tariff={tariff} />
          </Disclosure>
        )}
      </Panel>
      {children(isSame ?? false)}
    </>
  );
}

function PreviewTable({ rows }: { rows: readonly PreviewRow[] }) {
  const t = useT();
  const format = useFormat();
  const show = (quote: Quote) => ('problem' in quote ? t('editor.noBill') : format.money(quote.total));
  const change = ({ now, next }: PreviewRow) => {
    if (!now || 'problem' in now.browser || 'problem' in next.browser) return '–';
    const more = next.browser.total - now.browser.total;
    return more > 0n ? `+${format.money(more)}` : format.money(more);
  };
  const isChange = rows.some(({ now }) => now);
  const present: Column<PreviewRow> = {
    header: t('editor.now'),
    cell: ({ now }) => (now ? show(now.browser) : '–'),
    align: 'end',
  };
  const difference: Column<PreviewRow> = { header: t('editor.change'), cell: change, align: 'end' };
  return (
    <Table
      caption={t('editor.previewTable')}
      columns={[
        { header: t('tariff.units'), cell: ({ wh }) => format.energy(wh) },
        ...(isChange ? [present] : []),
        { header: t('editor.then'), cell: ({ next }) => show(next.browser), align: 'end' },
        ...(isChange ? [difference] : []),
      ]}
      rows={rows}
      rowKey={({ wh }) => String(wh)}
    />
  );
}

/** Says whether the contract has computed the same, or what it says instead. */
function Agreement({ rows, isSame }: { rows: readonly PreviewRow[]; isSame: boolean }) {
  const t = useT();
  const words = useWords();
  const format = useFormat();
  if (isSame) return <Notice tone="good">{t('editor.agree')}</Notice>;
  return (
    <Notice tone="bad" title={t('editor.disagree')}>
      <ul>
        {rows
          .flatMap(({ wh, now, next }) => [now, next].map((computed) => ({ wh, computed })))
          .filter(({ computed }) => computed && !agree(computed.browser, computed.contract))
          .map(({ wh, computed }) => {
            const contract = computed?.contract;
            const said =
              contract && 'problem' in contract
                ? contract.problem && words(contract.problem)
                : contract && format.money(contract.total);
            return (
              <li key={`${wh} ${said}`}>
                {format.energy(wh)}: {said}
              </li>
            );
          })}
      </ul>
    </Notice>
  );
}
