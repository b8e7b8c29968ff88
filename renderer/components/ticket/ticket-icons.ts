import {
  IconAlertTriangle,
  IconFileText,
  IconFlame,
  IconListCheck,
  IconMessageQuestion,
  IconPackage,
  IconSearch,
  IconSitemap,
  type Icon,
} from '@tabler/icons-react';
import type { TicketKind } from '#shared/ticket/ticket-kind';

/** The sign of each kind of work. */
export const TICKET_ICONS: Readonly<Record<TicketKind, Icon>> = {
  'information gathering': IconSearch,
  scoping: IconListCheck,
  'blueprint design': IconSitemap,
  'proposal construction': IconFileText,
  'work package': IconPackage,
  incident: IconFlame,
  question: IconMessageQuestion,
  escalation: IconAlertTriangle,
};
