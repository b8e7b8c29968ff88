import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Block, type Document, heading, paragraph } from '#shared/document/document';
import { DOCUMENT_LANGUAGES, firmFactId, firmFactKey, firmProfile, type FirmFact, type FirmProfile } from '#shared/records/firm-profile';
import { createRecord, editRecord } from '#shared/records/write';
import { SaveDocumentMenu } from '../../components/SaveDocumentMenu';
import { SectionCard } from '../../components/SectionCard';
import { useMayWrite } from '../../components/use-may-write';
import { useToday } from '../../components/use-today';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import { readLogo } from '../../data/reads/offer-facts';
import { Deed } from './Deed';
import { FirmLogo } from './FirmLogo';
import { spokenLanguage, t } from '#shared/values/texts';

/** What the firm says of itself on every proposal, statement of work, brief and report. */
export function FirmSettings() {
  const workspace = useWorkspace();
  const profile = useLive((records) => firmProfile(records, workspace.info.name), [workspace.info.name]);
  const mayWrite = useMayWrite('firmSetting');
  const set = useSetFirmFact();
  return (
    <>
      <SectionCard title={t('The firm on paper')}>
        <Stack gap="md">
          <FactInput fact="name" label={t('Name')} saved={profile.name} disabled={!mayWrite} onSave={set} />
          <FactInput fact="address" label={t('Address')} lines={4} saved={profile.address ?? ''} disabled={!mayWrite} onSave={set} />
          <Select
            label={t('Language of documents')}
            description={t('How days and sums are written, and the size of the paper.')}
            data={DOCUMENT_LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
            value={profile.language}
            allowDeselect={false}
            disabled={!mayWrite}
            onChange={(value) => void set('language', value)}
          />
          <FactInput
            fact="terms"
            label={t('Payment terms')}
            description={t('A new proposal begins with these. What was sent keeps what it said.')}
            lines={4}
            saved={profile.terms ?? ''}
            disabled={!mayWrite}
            onSave={set}
          />
        </Stack>
      </SectionCard>
      <SectionCard title={t('Logo')}>
        <FirmLogo logo={profile.logo} disabled={!mayWrite} onSet={(logo) => set('logo', logo)} />
        <Sample profile={profile} />
      </SectionCard>
    </>
  );
}

const languageName = (language: string): string => new Intl.DisplayNames([spokenLanguage()], { type: 'language' }).of(language) ?? language;

type SetFact = (fact: FirmFact, value: string | null) => Promise<boolean>;

interface FactInputProps {
  readonly fact: FirmFact;
  readonly label: string;
  readonly description?: string;
  /** More than one for text of several lines. */
  readonly lines?: number;
  readonly saved: string;
  readonly disabled: boolean;
  readonly onSave: SetFact;
}

/** Saved when the person leaves the field; Escape brings back what was saved. */
function FactInput({ fact, label, description, lines = 1, saved, disabled, onSave }: FactInputProps) {
  const [draft, setDraft] = useState(saved);
  useEffect(() => setDraft(saved), [saved]);
  const save = (): void => {
    const wanted = draft.trim();
    if (wanted === saved) return;
    if (wanted === '') setDraft(saved);
    void onSave(fact, wanted || null);
  };
  const props = { label, description, value: draft, disabled, onBlur: save };
  if (lines > 1) {
    return (
      <Textarea
        {...props}
        autosize
        minRows={lines - 1}
        maxRows={12}
        maxLength={4000}
        onChange={({ currentTarget }) => setDraft(currentTarget.value)}
        onKeyDown={({ key }) => key === 'Escape' && setDraft(saved)}
      />
    );
  }
  return (
    <TextInput
      {...props}
      maxLength={120}
      onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur();
        if (key === 'Escape') setDraft(saved);
      }}
    />
  );
}

function useSetFirmFact(): SetFact {
  const workspace = useWorkspace();
  const commit = useCommit();
  return (fact, value) => {
    const id = firmFactId(fact);
    const setting = workspace.records.get('firmSetting', id);
    const telling = { act: 'setting.describeFirm' };
    if (setting) return commit(editRecord('firmSetting', setting, { value }, telling));
    return value === null ? Promise.resolve(true) : commit(createRecord('firmSetting', id, { key: firmFactKey(fact), value }, telling));
  };
}

/** One page with all of it, to look at before a client does. */
function Sample({ profile }: { readonly profile: FirmProfile }) {
  const workspace = useWorkspace();
  const today = useToday();
  const source = async (): Promise<Document> => {
    const logo = await readLogo(workspace, profile);
    return { ...sampleOf(profile, today), ...(logo ? { logo } : {}) };
  };
  return (
    <Deed name={t('A page to look at')} text={t('How documents of the firm will look, with the logo, the address and the terms.')}>
      <SaveDocumentMenu label={t('Save a sample')} source={source} name={t('{{name}} sample', { name: profile.name })} />
    </Deed>
  );
}

function sampleOf({ name, address, terms, language }: FirmProfile, today: string): Omit<Document, 'logo'> {
  const blocks: readonly Block[] = [
    heading(1, t('From')),
    { kind: 'facts', facts: [{ label: t('Firm'), value: name }, ...(address ? [{ label: t('Address'), value: address }] : [])] },
    ...(terms ? [heading(1, t('Payment terms')), paragraph(terms)] : []),
    heading(1, t('Agreement')),
    { kind: 'signatures', parties: [{ firm: name }, { firm: t('the client') }] },
  ];
  return {
    title: t('A document of {{name}}', { name }),
    subtitle: t('Sample'),
    facts: [],
    pageHeader: name,
    pageFooter: t('Sample'),
    numbered: true,
    language,
    author: name,
    date: today,
    blocks,
  };
}
