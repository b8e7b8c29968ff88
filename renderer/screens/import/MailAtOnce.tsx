import { Button, Group } from '@mantine/core';
import type { ImportChoices } from '#shared/exchange/import-plan';
import { numberText } from '../../components/text-of';
import type { ImportRow } from './import-groups';
import { strongSuggestions, unknownAddresses } from './mail-choices';
import { t } from '#shared/values/texts';

interface MailAtOnceProps {
  readonly rows: readonly ImportRow[];
  readonly choices: ImportChoices;
  readonly onChoose: (change: Partial<ImportChoices>) => void;
}

/** What can be decided for many messages in one press. Nothing of it happens without the press. */
export function MailAtOnce({ rows, choices, onChoose }: MailAtOnceProps) {
  const suggested = strongSuggestions(rows, choices);
  const filed = Object.keys(suggested).length;
  const unknown = unknownAddresses(rows, choices);
  return (
    <Group gap="xs">
      {filed > 0 ? (
        <Button variant="default" size="compact-sm" onClick={() => onChoose({ deals: { ...choices.deals, ...suggested } })}>
          {t('File {{filed}} as suggested', { filed: numberText(filed) })}
        </Button>
      ) : null}
      {unknown.length > 0 ? (
        <Button variant="default" size="compact-sm" onClick={() => onChoose({ newContacts: [...choices.newContacts, ...unknown] })}>
          {t('Make {{length}} unknown {{value}}', {
            length: numberText(unknown.length),
            value: unknown.length === 1 ? t('person a contact') : t('people contacts'),
          })}
        </Button>
      ) : null}
    </Group>
  );
}
