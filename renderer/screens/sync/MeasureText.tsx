import { Text } from '@mantine/core';
import { bytesText } from '../../components/bytes-text';
import { countText } from '../../components/text-of';
import type { Measured } from './use-measure';
import { t } from '#shared/values/texts';

/** How much the file would hold, in one line; what is left out is said too. */
export function MeasureText({ measure }: { readonly measure: Measured }) {
  return (
    <Text size="sm" c="dimmed" className="num" role="status" mih={20}>
      {wordsOf(measure)}
    </Text>
  );
}

function wordsOf(measured: Measured): string {
  switch (measured.kind) {
    case 'unsaid':
      return '';
    case 'measuring':
      return t('Counting…');
    case 'empty':
      return t('There is nothing of that to hand over.');
    case 'failed':
      return measured.message;
    case 'measured': {
      const { entries, files, bytes } = measured.measure;
      const carried = files === 0 ? '' : t(' and {{files}}', { files: countText(files, 'file', 'files') });
      return t('{{entries}}{{carried}}, about {{bytes}}.', {
        entries: countText(entries, 'change', 'changes'),
        carried,
        bytes: bytesText(bytes),
      });
    }
  }
}
