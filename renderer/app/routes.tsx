import { lazy, Suspense } from 'react';
import { Center, Loader } from '@mantine/core';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { useWorkspace } from '../data/live';
import { ErrorBoundary } from './ErrorBoundary';
import { saveWorkspaceFile } from '../components/save-workspace-file';
import { lockNow } from './lock';
import { useSession } from './session';
import classes from './shell-frame/ShellFrame.module.css';
import { t } from '#shared/values/texts';

const PipelineScreen = lazy(async () => ({ default: (await import('../screens/pipeline/PipelineScreen')).PipelineScreen }));
const AccountsScreen = lazy(async () => ({ default: (await import('../screens/account/AccountsScreen')).AccountsScreen }));
const AccountScreen = lazy(async () => ({ default: (await import('../screens/account/AccountScreen')).AccountScreen }));
const ContactsScreen = lazy(async () => ({ default: (await import('../screens/contact/ContactsScreen')).ContactsScreen }));
const ContactScreen = lazy(async () => ({ default: (await import('../screens/contact/ContactScreen')).ContactScreen }));
const DealScreen = lazy(async () => ({ default: (await import('../screens/deal/DealScreen')).DealScreen }));
const ImportScreen = lazy(async () => ({ default: (await import('../screens/import/ImportScreen')).ImportScreen }));
const LeavingScreen = lazy(async () => ({ default: (await import('../screens/person/LeavingScreen')).LeavingScreen }));
const ChangeOrdersScreen = lazy(async () => ({
  default: (await import('../screens/change-order/ChangeOrdersScreen')).ChangeOrdersScreen,
}));
const EvidenceScreen = lazy(async () => ({ default: (await import('../screens/evidence/EvidenceScreen')).EvidenceScreen }));
const ReviewScreen = lazy(async () => ({ default: (await import('../screens/review/ReviewScreen')).ReviewScreen }));
const TodayScreen = lazy(async () => ({ default: (await import('../screens/today/TodayScreen')).TodayScreen }));
const WorkScreen = lazy(async () => ({ default: (await import('../screens/today/WorkScreen')).WorkScreen }));
const ReconciliationScreen = lazy(async () => ({
  default: (await import('../screens/reconciliation/ReconciliationScreen')).ReconciliationScreen,
}));
const SignalsScreen = lazy(async () => ({ default: (await import('../screens/signals/SignalsScreen')).SignalsScreen }));
const TimeScreen = lazy(async () => ({ default: (await import('../screens/time/TimeScreen')).TimeScreen }));
const InvoicesScreen = lazy(async () => ({ default: (await import('../screens/invoice/InvoicesScreen')).InvoicesScreen }));
const InvoiceScreen = lazy(async () => ({ default: (await import('../screens/invoice/InvoiceScreen')).InvoiceScreen }));
const MoneyScreen = lazy(async () => ({ default: (await import('../screens/money/MoneyScreen')).MoneyScreen }));
const RecoveryScreen = lazy(async () => ({ default: (await import('../screens/recovery/RecoveryScreen')).RecoveryScreen }));
const SettingsScreen = lazy(async () => ({ default: (await import('../screens/settings/SettingsScreen')).SettingsScreen }));

/** Screens that can be shown from the few records kept for the start; the others wait for all of them. */
const PAINTED_FIRST: ReadonlySet<string> = new Set(['/', '/pipeline']);

/** Which screen an address shows. Each is loaded when it is first wanted, and fails alone. */
export function AppRoutes({ ready }: { readonly ready: boolean }) {
  const workspace = useWorkspace();
  const { pathname } = useLocation();
  const { leave, signOut } = useSession();
  if (!ready && !PAINTED_FIRST.has(pathname)) return <Opening />;
  return (
    <ErrorBoundary resetKey={pathname} onExport={() => void saveWorkspaceFile(workspace)}>
      <Suspense fallback={<Opening />}>
        <div className={classes.shown} data-screen={pathname}>
          <Routes>
            <Route path="/today" element={<TodayScreen />} />
            <Route path="/today/work" element={<WorkScreen />} />
            <Route path="/pipeline" element={<PipelineScreen />} />
            <Route path="/accounts" element={<AccountsScreen />} />
            <Route path="/accounts/:accountId" element={<AccountScreen />} />
            <Route path="/contacts" element={<ContactsScreen />} />
            <Route path="/contacts/:contactId" element={<ContactScreen />} />
            <Route path="/deals/:dealId/*" element={<DealScreen />} />
            <Route path="/change-orders" element={<ChangeOrdersScreen />} />
            <Route path="/money" element={<MoneyScreen />} />
            <Route path="/evidence" element={<EvidenceScreen />} />
            <Route path="/signals" element={<SignalsScreen />} />
            <Route path="/review/*" element={<ReviewScreen />} />
            <Route path="/time" element={<TimeScreen />} />
            <Route path="/invoices" element={<InvoicesScreen />} />
            <Route path="/invoices/:invoiceId" element={<InvoiceScreen />} />
            <Route path="/reconciliation" element={<ReconciliationScreen />} />
            <Route path="/recovery" element={<RecoveryScreen />} />
            <Route path="/import" element={<ImportScreen />} />
            <Route path="/leaving/:personId?" element={<LeavingScreen />} />
            <Route path="/settings/:section?" element={<SettingsScreen onLeave={leave} onSignOut={signOut} onLock={lockNow} />} />
            <Route path="*" element={<Navigate to="/pipeline" replace />} />
          </Routes>
        </div>
      </Suspense>
    </ErrorBoundary>
  );
}

function Opening() {
  return (
    <Center h="60%" role="status" aria-label={t('Opening the screen')}>
      <Loader size="sm" type="dots" />
    </Center>
  );
}
