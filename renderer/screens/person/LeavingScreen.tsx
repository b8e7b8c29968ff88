import { Anchor, Button } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Person } from '#shared/records/registry';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { bodyOf, idOf } from '../../components/record-path';
import { RefPicker } from '../../components/RefPicker';
import { useRecord } from '../../data/live';
import classes from './LeavingScreen.module.css';
import { LeavingSweep } from './LeavingSweep';
import { useAuthors } from './use-authors';
import { t } from '#shared/values/texts';

/** Before somebody leaves: what only they know, asked and answered while they are still here. */
export function LeavingScreen() {
  const { personId } = useParams();
  const navigate = useNavigate();
  const person = useRecord('person', idOf('person', personId));
  return (
    <Page
      title={person ? t('Before {{name}} leaves', { name: person.name }) : t('Before somebody leaves')}
      crumb={
        <Anchor component={Link} to="/settings/people" inherit underline="hover">
          {t('People')}
        </Anchor>
      }
      subtitle={t('What, as far as the record shows, only they know. Their answers become evidence on what they are about.')}
      actions={
        <div className={classes.who}>
          <RefPicker
            to="person"
            aria-label={t('Who leaves')}
            placeholder={t('Who leaves?')}
            value={person?.id}
            onChange={(id) => void navigate(id ? `/leaving/${bodyOf(id)}` : '/leaving')}
          />
        </div>
      }
    >
      {person ? <Sweep key={person.id} person={person} /> : <NobodyChosen />}
    </Page>
  );
}

function Sweep({ person }: { readonly person: Person }) {
  const authorOf = useAuthors();
  return authorOf ? <LeavingSweep person={person} authorOf={authorOf} /> : null;
}

function NobodyChosen() {
  return (
    <EmptyState
      icon={IconUserOff}
      title={t('Who leaves?')}
      text={t(
        'Choose a person above: their deals are searched for what nobody has written down, and they can be asked for all of it at once.',
      )}
      action={
        <Button component={Link} to="/settings/people" variant="default">
          {t('Open People')}
        </Button>
      }
    />
  );
}
