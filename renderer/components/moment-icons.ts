import { IconFile, IconMail, IconMessages, IconNote, IconPhone, IconUsers, type Icon } from '@tabler/icons-react';
import type { Moment } from '#shared/records/registry';

/** The sign of each kind of moment. */
export const MOMENT_ICONS: Readonly<Record<Moment['kind'], Icon>> = {
  'e-mail': IconMail,
  call: IconPhone,
  meeting: IconUsers,
  chat: IconMessages,
  note: IconNote,
  file: IconFile,
};
