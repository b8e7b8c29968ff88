import { Button } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { useWorkspace } from '../../data/live';
import { platform } from '../../platform/current-platform';
import { notify } from '../notify';
import { useExportRefusal } from '../use-export-refusal';
import { makeReport } from './make-report';
import type { ReportRequest } from './report-request';
import { t } from '#shared/values/texts';

interface ReportButtonProps {
  /** Made when it is asked for: it may read much. */
  readonly request: () => ReportRequest;
  readonly size?: 'xs' | 'sm';
}

/** Saves the evidence report: the PDF for people, then the file that proves it. */
export function ReportButton({ request, size = 'sm' }: ReportButtonProps) {
  const workspace = useWorkspace();
  const [making, setMaking] = useState(false);
  const refusal = useExportRefusal();
  const save = async (): Promise<void> => {
    setMaking(true);
    try {
      const { pdf, file } = await makeReport(workspace, request());
      if ((await platform.saveFile(pdf)) !== 'saved') return;
      if ((await platform.saveFile(file)) === 'saved')
        notify.done(t('{{name}} was saved, and the file that proves it beside it', { name: pdf.name }));
      else notify.problem(t('The report was saved without the file that proves it. Save both in one folder.'), t('Only half was saved'));
    } catch (cause) {
      notify.problem(cause instanceof Error ? cause.message : String(cause), t('The report was not made'));
    } finally {
      setMaking(false);
    }
  };
  return (
    <Button
      variant="default"
      size={size}
      leftSection={<IconFileCertificate size={size === 'xs' ? 14 : 16} stroke={1.75} aria-hidden />}
      loading={making}
      disabled={refusal !== undefined}
      title={refusal ?? t('One PDF, and one file with which anybody can check it')}
      onClick={() => void save()}
    >
      {t('Evidence report')}
    </Button>
  );
}
