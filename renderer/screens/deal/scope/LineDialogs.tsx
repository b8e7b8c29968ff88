import type { ScopeLine } from '#shared/records/registry';
import { giveAsCourtesy, negotiateAway } from '#shared/scope/lifecycle';
import { ReasonDialog } from '../../../components/AskDialog';
import { useToday } from '../../../components/use-today';
import { useCommit, useMe, useWorkspace } from '../../../data/live';
import { t } from '#shared/values/texts';

/** What is to become of a line once somebody has said why. */
export interface AskedOfLine {
  readonly line: ScopeLine;
  readonly to: 'negotiated away' | 'courtesy';
}

interface LineDialogProps {
  readonly asked: AskedOfLine;
  readonly onClose: () => void;
}

/** Asks why a line is taken out or given for nothing: it stays on the line, with who said so. */
export function LineDialog({ asked: { line, to }, onClose }: LineDialogProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const by = useMe();
  const on = useToday();
  const isAway = to === 'negotiated away';
  const decide = (why: string): Promise<boolean> => {
    const view = { undecided: records.undecided(line.id) };
    return commit(isAway ? negotiateAway(line, { by, on, why }, view) : giveAsCourtesy(line, { by, on, why }, view));
  };
  return (
    <ReasonDialog
      title={isAway ? t('Negotiate the line away') : t('Give the line as a courtesy')}
      text={`“${line.title}” ${isAway ? t('is kept, apart, with the reason.') : t('will cost nothing. It is kept, apart, with the reason.')}`}
      label={isAway ? t('Why was it taken out, and who asked for it?') : t('Why is it given for nothing?')}
      submitLabel={isAway ? t('Take it out') : t('Give it')}
      onClose={onClose}
      onSubmit={decide}
    />
  );
}
