import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Document } from '#shared/document/document';
import { offerDocument } from '#shared/proposal/offer-document';
import type { OfferFacts } from '#shared/proposal/offer-facts';
import { sowDocument } from '#shared/proposal/sow';
import type { Deal, Proposal } from '#shared/records/registry';
import { useSaveDocument, type DocumentFormat } from '../../../components/use-save-document';
import { useExportRefusal } from '../../../components/use-export-refusal';
import { useToday } from '../../../components/use-today';
import { useWorkspace } from '../../../data/live';
import { readOfferFacts } from '../../../data/reads/offer-facts';
import { t } from '#shared/values/texts';

interface Printed {
  readonly name: string;
  readonly make: (facts: OfferFacts) => Document;
}

const PRINTED: readonly Printed[] = [
  { name: t('Proposal'), make: offerDocument },
  { name: t('Statement of work'), make: sowDocument },
];

const FORMATS: readonly { readonly as: DocumentFormat; readonly label: string }[] = [
  { as: 'docx', label: t('Word') },
  { as: 'pdf', label: 'PDF' },
];

/** A version on paper, as a Word file or a PDF: what was sent says the same whenever it is printed. */
export function ExportMenu({ deal, proposal }: { readonly deal: Deal; readonly proposal: Proposal }) {
  const workspace = useWorkspace();
  const today = useToday();
  const { making, save } = useSaveDocument();
  const refusal = useExportRefusal();
  const print = ({ name, make }: Printed, as: DocumentFormat): void =>
    void save(async () => make(await readOfferFacts(workspace, proposal.id, today)), as, `${deal.name} ${name} ${proposal.version}`);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          disabled={refusal !== undefined}
          title={refusal}
          leftSection={<IconDownload size={14} />}
          loading={making !== undefined}
        >
          {t('Export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {PRINTED.map((printed) =>
          FORMATS.map(({ as, label }) => (
            <Menu.Item key={printed.name + as} onClick={() => print(printed, as)}>
              {printed.name}, {label}
            </Menu.Item>
          )),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
