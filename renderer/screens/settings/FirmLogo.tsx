import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { readLogoFile } from '#shared/document/logo';
import { FormProblem } from '../../components/FormProblem';
import { useWorkspace } from '../../data/live';
import { platform } from '../../platform/current-platform';
import { Deed } from './Deed';
import classes from './SettingsScreen.module.css';
import { t } from '#shared/values/texts';

interface FirmLogoProps {
  readonly logo: string | undefined;
  readonly disabled: boolean;
  readonly onSet: (logo: string | null) => Promise<boolean>;
}

/** The firm's mark: shown, chosen, taken away. Its bytes are a file of the workspace and travel with it. */
export function FirmLogo({ logo, disabled, onSet }: FirmLogoProps) {
  const workspace = useWorkspace();
  const address = useLogoAddress(logo);
  const [problem, setProblem] = useState<string>();
  const choose = async (): Promise<void> => {
    const [picked] = await platform.openFiles({ accept: ['.png', '.jpg', '.jpeg'], multiple: false });
    if (!picked) return;
    const read = readLogoFile(picked.bytes);
    const message = read.ok ? await undrawable(picked.bytes) : read.error.message;
    setProblem(message);
    if (!read.ok || message !== undefined) return;
    await onSet(await workspace.files.put(picked.bytes, { name: picked.name, type: read.value.type }));
  };
  return (
    <Deed
      name={logo ? t('On the first page of every document') : t('No logo yet')}
      text={t('A PNG or JPEG of up to 1 MB; about 1,000 pixels wide is sharp on paper.')}
      outcome={
        <>
          {address ? <img src={address} alt={t('Logo of the firm')} className={classes.logo} /> : null}
          {logo && address === undefined ? (
            <Text size="sm" c="dimmed" mt={8}>
              {t('The picture has not arrived on this device yet.')}
            </Text>
          ) : null}
          <FormProblem message={problem} />
        </>
      }
    >
      <Group gap="xs" wrap="nowrap">
        <Button size="xs" variant="default" disabled={disabled} onClick={() => void choose()}>
          {t('Choose a picture…')}
        </Button>
        {logo ? (
          <Button size="xs" variant="subtle" color="gray" disabled={disabled} onClick={() => void onSet(null)}>
            {t('Remove')}
          </Button>
        ) : null}
      </Group>
    </Deed>
  );
}

/** Why the browser cannot show the picture, where it cannot. */
async function undrawable(bytes: Uint8Array): Promise<string | undefined> {
  try {
    (await createImageBitmap(new Blob([bytes as BlobPart]))).close();
    return undefined;
  } catch {
    return t('This picture is damaged: it cannot be shown. Save it again from where it was made and choose it anew.');
  }
}

/** An address under which the page can show the picture; none until its bytes are there. */
function useLogoAddress(logo: string | undefined): string | undefined {
  const { files } = useWorkspace();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let left = false;
    setAddress(undefined);
    if (logo === undefined) return undefined;
    void files.get(logo).then((bytes) => {
      if (!bytes || left) return;
      made = URL.createObjectURL(new Blob([bytes as BlobPart]));
      setAddress(made);
    });
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [files, logo]);
  return address;
}
