import { SegmentedControl } from '@mantine/core';
import { definitionOf } from '#shared/records/registry';
import { Page } from '../../components/Page';
import { useAddressState } from '../../components/use-address-state';
import { useMayWrite } from '../../components/use-may-write';
import { Approvals } from './Approvals';
import { MyWeek } from './MyWeek';
import { t } from '#shared/values/texts';

/** Whoever decides what a change costs the client decides on hours too. */
const APPROVED = definitionOf('timeEntry').fields['approved'];

/** The hours of whoever sits here, and for those who approve hours what waits for them. */
export function TimeScreen() {
  const [address, setAddress] = useAddressState();
  const mayApprove = useMayWrite('timeEntry', APPROVED);
  const shown = mayApprove && address.get('view') === 'approve' ? 'approve' : 'week';
  return (
    <Page
      title={t('Time')}
      actions={
        mayApprove ? (
          <SegmentedControl
            size="xs"
            aria-label={t('What is shown')}
            value={shown}
            onChange={(view) => setAddress({ view: view === 'approve' ? view : null })}
            data={[
              { value: 'week', label: t('My week') },
              { value: 'approve', label: t('To approve') },
            ]}
          />
        ) : null
      }
    >
      {shown === 'approve' ? <Approvals /> : <MyWeek />}
    </Page>
  );
}
