import { useT } from '../../messages/useMessages.ts';
import { TimeText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { type Admin, useAdmins } from './useAdmins.ts';

const names = { electricityBilling: 'ElectricityBilling', tariffBook: 'TariffBook' };

/** Who gives out the roles, and how that is changed. */
export function AdminPanel() {
  const t = useT();
  return (
    <QueryPanel title={t('roles.admin')} query={useAdmins()}>
      {(admins) => (
        <>
          <p>{t('roles.adminHint')}</p>
          <DefinitionList
            items={admins.map(({ contract, account }) => ({
              term: names[contract],
              detail: <Hex value={account} />,
            }))}
          />
          {admins.map(
            ({ contract, successor }) =>
              successor && (
                <Notice key={contract} tone="warn" title={`${names[contract]}: ${t('roles.successor')}`}>
                  <Hex value={successor.account} full />
                  <br />
                  {t('roles.successorFrom')} <TimeText seconds={successor.from} />
                </Notice>
              ),
          )}
          <p>{t('roles.twoSteps', waiting(admins))}</p>
        </>
      )}
    </QueryPanel>
  );
}

/** The longest delay of both contracts, in hours up to two days, else in days. */
function waiting(admins: readonly Admin[]): { hours: number; days: number } {
  const hours = Math.ceil(Math.max(...admins.map(({ delay }) => delay)) / 3600);
  return hours <= 48 ? { hours, days: 0 } : { hours: 0, days: Math.ceil(hours / 24) };
}
