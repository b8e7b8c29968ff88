import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { MergeReport } from '../data/workspace';
import classes from './MergeOutcome.module.css';
import { RecordList } from './RecordList';
import { countText } from './text-of';
import { t } from '#shared/values/texts';
import { Sentence } from './Sentence';

interface MergeOutcomeProps {
  readonly report: MergeReport;
  /** A link was followed. */
  readonly onOpen: () => void;
}

const REFUSALS_SHOWN = 8;

/** What a file brought in: how much, what changed by it, what is left to decide, and what could not be used. */
export function MergeOutcome({ report, onOpen }: MergeOutcomeProps) {
  const { changed, changedCount, clashes, refused } = report;
  return (
    <Stack gap="sm" role="status">
      <Alert
        color={refused.length > 0 ? 'yellow' : 'teal'}
        variant="light"
        icon={refused.length > 0 ? <IconAlertTriangle size={18} /> : <IconCircleCheck size={18} />}
        title={cameText(report)}
      >
        {notHereText(report)}
      </Alert>
      {changedCount > 0 ? (
        <section>
          <h3 className={classes.heading}>{t('What changed')}</h3>
          <RecordList ids={changed} count={changedCount} onOpen={onOpen} />
        </section>
      ) : null}
      {clashes > 0 ? (
        <Text size="sm">
          <Sentence
            text={t('{{clashes}} changed on both sides. <link/>')}
            parts={{
              link: (
                <Link to="/review" className={classes.link} onClick={onOpen}>
                  {t('Decide which {{value}}', { value: clashes === 1 ? t('one counts') : t('ones count') })}
                </Link>
              ),
            }}
            values={{ clashes: countText(clashes, t('value was'), t('values were')) }}
          />
        </Text>
      ) : null}
      <Refused refused={refused} />
    </Stack>
  );
}

function cameText({ entries, files }: MergeReport): string {
  if (entries === 0 && files === 0) return t('Everything in that file was here already.');
  const came = [entries > 0 ? countText(entries, 'change', 'changes') : '', files > 0 ? countText(files, 'file', 'files') : ''];
  return t('{{join}} came in.', { join: came.filter(Boolean).join(' and ') });
}

/** Nothing where the file held everything, and everything of it is for this person. */
function notHereText({ stubs, leftOut }: MergeReport): string | null {
  const parts = [
    stubs > 0
      ? t('The file is a part: {{stubs}} not in it, and will fill in from a whole file or the server.', {
          stubs: countText(stubs, t('change is'), t('changes are')),
        })
      : '',
    leftOut > 0
      ? t('{{leftOut}} about costs and margins {{value}} left out: your roles do not see them.', {
          leftOut: countText(leftOut, 'change', 'changes'),
          value: leftOut === 1 ? t('was') : t('were'),
        })
      : '',
  ];
  return parts.filter(Boolean).join(' ') || null;
}

function Refused({ refused }: Pick<MergeReport, 'refused'>) {
  if (refused.length === 0) return null;
  return (
    <section>
      <h3 className={classes.heading}>{t('{{length}} could not be used', { length: countText(refused.length, 'line', 'lines') })}</h3>
      <List size="sm">
        {refused.slice(0, REFUSALS_SHOWN).map(({ line, reason }) => (
          <List.Item key={line}>{t('Line {{line}}: {{reason}}', { line, reason })}</List.Item>
        ))}
      </List>
      {refused.length > REFUSALS_SHOWN ? (
        <Text size="sm">{t('and {{refused}} more', { refused: refused.length - REFUSALS_SHOWN })}</Text>
      ) : null}
    </section>
  );
}
