import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { MergeReport } from '../data/workspace';
import classes from './MergeOutcome.module.css';
import { RecordList } from './RecordList';
import { countText } from './text-of';

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
          <h3 className={classes.heading}>What changed</h3>
          <RecordList ids={changed} count={changedCount} onOpen={onOpen} />
        </section>
      ) : null}
      {clashes > 0 ? (
        <Text size="sm">
          {countText(clashes, 'value was', 'values were')} changed on both sides.{' '}
          <Link to="/review" className={classes.link} onClick={onOpen}>
            Decide which {clashes === 1 ? 'one counts' : 'ones count'}
          </Link>
        </Text>
      ) : null}
      <Refused refused={refused} />
    </Stack>
  );
}

function cameText({ entries, files }: MergeReport): string {
  if (entries === 0 && files === 0) return 'Everything in that file was here already.';
  const came = [entries > 0 ? countText(entries, 'change', 'changes') : '', files > 0 ? countText(files, 'file', 'files') : ''];
  return `${came.filter(Boolean).join(' and ')} came in.`;
}

/** Nothing where the file held everything, and everything of it is for this person. */
function notHereText({ stubs, leftOut }: MergeReport): string | null {
  const parts = [
    stubs > 0
      ? `The file is a part: ${countText(stubs, 'change is', 'changes are')} not in it, and will fill in from a whole file or the server.`
      : '',
    leftOut > 0
      ? `${countText(leftOut, 'change', 'changes')} about costs and margins ${leftOut === 1 ? 'was' : 'were'} left out: your roles do not see them.`
      : '',
  ];
  return parts.filter(Boolean).join(' ') || null;
}

function Refused({ refused }: Pick<MergeReport, 'refused'>) {
  if (refused.length === 0) return null;
  return (
    <section>
      <h3 className={classes.heading}>{countText(refused.length, 'line', 'lines')} could not be used</h3>
      <List size="sm">
        {refused.slice(0, REFUSALS_SHOWN).map(({ line, reason }) => (
          <List.Item key={line}>
            Line {line}: {reason}
          </List.Item>
        ))}
      </List>
      {refused.length > REFUSALS_SHOWN ? <Text size="sm">and {refused.length - REFUSALS_SHOWN} more</Text> : null}
    </section>
  );
}
