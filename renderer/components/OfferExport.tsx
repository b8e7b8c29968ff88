import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import type { Document } from '#shared/document/document';
import { offerDocument } from '#shared/proposal/offer-document';
import type { OfferFacts } from '#shared/proposal/offer-facts';
import { sowDocument } from '#shared/proposal/sow';
import type { Id } from '#shared/records/define-record';
import { useWorkspace } from '../data/live';
import { readOfferFacts } from '../data/reads/offer-facts';
import { type DocumentFormat, useSaveDocument } from './use-save-document';
import { useToday } from './use-today';

const KINDS: readonly { readonly name: string; readonly of: (facts: OfferFacts) => Document }[] = [
  { name: 'Statement of work', of: sowDocument },
  { name: 'Proposal', of: offerDocument },
];

const FORMATS: readonly { readonly as: DocumentFormat; readonly text: string; readonly icon: typeof IconFileTypePdf }[] = [
  { as: 'pdf', text: 'PDF', icon: IconFileTypePdf },
  { as: 'docx', text: 'Word file', icon: IconFileTypeDocx },
];

/** Saves a version of an offer, as the client gets it: the statement of work or the proposal, as a PDF or a Word file. */
export function OfferExport({ proposal }: { readonly proposal: Id<'proposal'> }) {
  const workspace = useWorkspace();
  const today = useToday();
  const { making, save } = useSaveDocument();
  const saveAs = async (kind: (typeof KINDS)[number], as: DocumentFormat): Promise<void> => {
    const found = workspace.records.get('proposal', proposal);
    const deal = workspace.records.get('deal', found?.deal);
    const name = `${deal?.name ?? ''} ${kind.name} v${found?.version ?? ''}`;
    await save(async () => kind.of(await readOfferFacts(workspace, proposal, today)), as, name);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" loading={making !== undefined} leftSection={<IconDownload size={16} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map((kind) => (
          <div key={kind.name} role="group" aria-label={kind.name}>
            <Menu.Label>{kind.name}</Menu.Label>
            {FORMATS.map(({ as, text, icon: Symbol }) => (
              <Menu.Item
                key={as}
                aria-label={`${kind.name} as ${text}`}
                leftSection={<Symbol size={16} />}
                onClick={() => void saveAs(kind, as)}
              >
                {text}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
