import { ReportButton } from '../../components/evidence-report/ReportButton';
import { useWording } from '../../components/use-wording';
import { useSync, useWorkspace } from '../../data/live';
import { reportOf } from './report-of';
import type { WeighedAnswer } from './use-evidence';

/** Where the evidence report of an answer is offered, beside the verdict. */
export function EvidenceReportSlot({ weighed }: { readonly weighed: WeighedAnswer }) {
  const wording = useWording();
  const sync = useSync();
  const workspace = useWorkspace();
  return <ReportButton size="xs" request={() => reportOf(weighed, wording, sync, workspace.now())} />;
}
