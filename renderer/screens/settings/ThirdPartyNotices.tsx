import { Button, Modal, ScrollArea, Text } from '@mantine/core';
import { useState } from 'react';
import { t } from '#shared/values/texts';
import { notify } from '../../components/notify';

/** Written by the build, beside the page. */
const FILE = '/third-party-notices.txt';

/** Whose work is in the app, and under which licences: read when asked for. */
export function ThirdPartyNotices() {
  const [text, setText] = useState<string>();
  const show = (): void => {
    readNotices().then(setText, () => notify.problem(t('The notices are not in this build.')));
  };
  return (
    <>
      <Button variant="default" size="xs" mt="md" onClick={show}>
        {t('Third-party notices')}
      </Button>
      <Modal
        opened={text !== undefined}
        onClose={() => setText(undefined)}
        title={t('Third-party notices')}
        size="xl"
        scrollAreaComponent={ScrollArea.Autosize}
      >
        <Text component="pre" size="xs" ff="monospace" lang="en" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      </Modal>
    </>
  );
}

/** A host that has no such file answers with the page itself. */
async function readNotices(): Promise<string> {
  const answer = await fetch(FILE);
  if (!answer.ok || answer.headers.get('Content-Type')?.startsWith('text/plain') !== true) throw new Error(`no ${FILE}`);
  return answer.text();
}
