import { Text } from '@mantine/core';
import { bytesText } from '../../components/bytes-text';
import { countText } from '../../components/text-of';
import type { Measured } from './use-measure';

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
      return 'Counting…';
    case 'empty':
      return 'There is nothing of that to hand over.';
    case 'failed':
      return measured.message;
    case 'measured': {
      const { entries, files, bytes } = measured.measure;
      const carried = files === 0 ? '' : ` and ${countText(files, 'file', 'files')}`;
      return `${countText(entries, 'change', 'changes')}${carried}, about ${bytesText(bytes)}.`;
    }
  }
}
