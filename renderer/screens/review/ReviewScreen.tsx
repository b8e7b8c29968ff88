import { Tabs } from '@mantine/core';
import { Route, Routes, useLocation, useNavigate } from 'react-router';
import { Page } from '../../components/Page';
import { useLive } from '../../data/live';
import { reviewGroups } from '../../data/review';
import { MergedTexts } from './MergedTexts';
import classes from './Review.module.css';
import { ReviewInbox } from './ReviewInbox';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

/** What people changed without seeing each other: settled one by one or several at once, by keys alone where one likes. */
export function ReviewScreen() {
  const groups = useLive(reviewGroups, []);
  const merged = useLive((records) => records.merged().length, []);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const required = groups.reduce((sum, group) => sum + group.required, 0);
  const navigate = useNavigate();
  const tab = useLocation().pathname.split('/')[2] ?? 'inbox';
  return (
    <Page
      fill
      title={t('Review')}
      subtitle={subtitleOf(count, required)}
      toolbar={
        <Tabs value={tab} onChange={(next) => void navigate(next === 'merged' ? '/review/merged' : '/review')}>
          <Tabs.List>
            <Tabs.Tab value="inbox">
              <Sentence text={t('To settle <span/>')} parts={{ span: <span className={classes.tabCount}>{count}</span> }} />
            </Tabs.Tab>
            <Tabs.Tab value="merged">
              <Sentence text={t('Merged by itself <span/>')} parts={{ span: <span className={classes.tabCount}>{merged}</span> }} />
            </Tabs.Tab>
          </Tabs.List>
        </Tabs>
      }
    >
      <Routes>
        <Route path="merged" element={<MergedTexts />} />
        <Route path="*" element={<ReviewInbox groups={groups} />} />
      </Routes>
    </Page>
  );
}

function subtitleOf(count: number, required: number): string {
  if (count === 0) return t('What people change without seeing each other meets here');
  const waiting =
    count === 1
      ? t('One value was changed by several people apart')
      : t('{{number}} values were changed by several people apart', { number: count });
  if (required === 0) return waiting;
  return `${waiting}; ${required === count ? (count === 1 ? t('it holds') : t('all hold')) : required === 1 ? t('one holds') : t('{{required}} hold', { required })} up a signature, an offer or a bill`;
}
