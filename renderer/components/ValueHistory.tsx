import { ActionIcon, Button, Loader, Popover, Text } from '@mantine/core';
import { IconHistory, IconRestore } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { instantOfAt } from '#shared/ledger/clock';
import type { RecordId } from '#shared/ledger/entry';
import { tellHistory } from '#shared/records/act-label';
import { declarationOf, typeOf, type RecordType } from '#shared/records/registry';
import { FieldValue } from './FieldValue';
import { HandedIn } from './HandedIn';
import { InstantText } from './InstantText';
import { PersonName } from './PersonName';
import { useBringBack } from './use-bring-back';
import { useDeviceName } from './use-device-name';
import { useHistory } from './use-history';
import { useWording } from './use-wording';
import classes from './ValueHistory.module.css';
import { fieldVersions, type FieldVersion } from './value-versions';
import { t } from '#shared/values/texts';
import { Sentence } from './Sentence';

interface ValueHistoryProps {
  readonly record: RecordId;
  readonly field: string;
  /** What the field is called here; its declared label when left out. */
  readonly label?: string;
  /** Something else than the clock to open it with. */
  readonly children?: (open: () => void) => ReactNode;
}

/** Every value that a field ever had: who set it, when, on which device, by which act and why. Any of them can be brought back. */
export function ValueHistory({ record, field, label, children }: ValueHistoryProps) {
  const [opened, setOpened] = useState(false);
  const type = typeOf(record);
  const name = label ?? (type && declarationOf(type, field)?.label) ?? field;
  const open = (): void => setOpened(true);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={400} trapFocus returnFocus withinPortal>
      <Popover.Target>
        {children ? (
          <span>{children(open)}</span>
        ) : (
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={t('History of {{name}}', { name })}
            onClick={() => setOpened(!opened)}
          >
            <IconHistory size={14} stroke={1.75} />
          </ActionIcon>
        )}
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('History of {{name}}', { name })} onKeyDown={(event) => event.stopPropagation()}>
        {opened ? <ValueVersions record={record} field={field} name={name} onClose={() => setOpened(false)} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}

interface VersionsProps {
  readonly record: RecordId;
  readonly field: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** The list itself, newest first, for whatever opens it. */
export function ValueVersions(props: VersionsProps) {
  const type = typeOf(props.record);
  return type ? <Versions {...props} type={type} /> : null;
}

function Versions({ type, record, field, name, onClose }: VersionsProps & { readonly type: RecordType }) {
  const history = useHistory({ record });
  const wording = useWording();
  const told = useMemo(
    () => new Map(tellHistory(history ?? [], wording).map(({ entry, sentence }) => [entry.id, sentence])),
    [history, wording],
  );
  const versions = useMemo(() => fieldVersions(history ?? [], record, field), [history, record, field]);
  const deviceName = useDeviceName();
  const bringBack = useBringBack(type, record, field);
  if (!history) return <Loader size="sm" type="dots" m="md" aria-label={t('Reading the history')} />;
  return (
    <>
      <div className={classes.head}>
        {name}
        <span className={classes.count}>
          {versions.length === 1 ? t('1 value') : t('{{versions}} values', { versions: versions.length })}
        </span>
      </div>
      <ol className={classes.versions} tabIndex={0} aria-label={t('Values of {{name}}, newest first', { name })}>
        {versions.length === 0 ? (
          <Text size="sm" c="dimmed" p="sm">
            {t('Nobody has set it yet.')}
          </Text>
        ) : null}
        {versions.map((version, index) => (
          <li key={version.entry.id} className={classes.version}>
            <VersionValue type={type} field={field} version={version} />
            <div className={classes.act}>
              <PersonName id={version.entry.by as `person:${string}`} />{' '}
              {isPlainEdit(version.entry.act) ? t('set it') : told.get(version.entry.id)}
            </div>
            <div className={classes.meta}>
              <InstantText value={instantOfAt(version.entry.at)} /> · {deviceName(version.entry.id)} <HandedIn entry={version.entry.id} />
            </div>
            {version.entry.why ? <div className={classes.why}>“{version.entry.why}”</div> : null}
            {index > 0 && bringBack && version.kind === 'set' ? (
              <Button
                size="compact-xs"
                variant="default"
                mt={4}
                leftSection={<IconRestore size={13} />}
                onClick={() => void bringBack(version.becomes, version.entry.at).then((done) => done && onClose())}
              >
                {t('Bring back')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function VersionValue({ type, field, version }: { readonly type: RecordType; readonly field: string; readonly version: FieldVersion }) {
  const declared = declarationOf(type, field);
  if (version.kind === 'redacted' || !declared) return <div className={classes.none}>{t('Redacted')}</div>;
  return (
    <>
      <div className={classes.value}>
        {isNothing(version.becomes) ? (
          <span className={classes.none}>{t('Cleared')}</span>
        ) : (
          <FieldValue field={declared} value={version.becomes} />
        )}
      </div>
      {isNothing(version.was) ? null : (
        <div className={classes.was}>
          <Sentence text={t('was <fieldValue/>')} parts={{ fieldValue: <FieldValue field={declared} value={version.was} /> }} />
        </div>
      )}
      {version.unseen ? <div className={classes.unseen}>{t('Set without having seen the value before it')}</div> : null}
    </>
  );
}

/** The value before and after it is the whole sentence. */
function isPlainEdit(act: string): boolean {
  return act.endsWith('.edit');
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
