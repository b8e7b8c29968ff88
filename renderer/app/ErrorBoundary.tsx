import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import classes from './ErrorBoundary.module.css';
import { t } from '#shared/values/texts';

interface ErrorBoundaryProps {
  /** Changing it gives the children another try: the address of the screen. */
  readonly resetKey: string;
  /** Saves everything to one file; absent where no workspace is open. */
  readonly onExport?: (() => void) | undefined;
  readonly children: ReactNode;
}

interface Failure {
  readonly error: Error | undefined;
  readonly resetKey: string;
}

/** A screen that throws takes only itself down, and says what is safe and what to do. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Failure> {
  override state: Failure = { error: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<Failure> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: Failure): Partial<Failure> | null {
    return props.resetKey === state.resetKey ? null : { error: undefined, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // oxlint-disable-next-line no-console -- the window's console is its log, and the desktop shell keeps it
    console.error('A screen failed', error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <Apology error={error} onExport={this.props.onExport} /> : this.props.children;
  }
}

function Apology({ error, onExport }: { readonly error: Error; readonly onExport: (() => void) | undefined }) {
  return (
    <Stack gap="sm" className={classes.apology} role="alert">
      <Title order={1}>{t('This screen stopped working')}</Title>
      <Text>
        {t(
          'Nothing you saved is lost: every change is written to this computer before it is shown. Reload to carry on. If it happens again, save everything to a file and send the message below to whoever looks after Throughline for you.',
        )}
      </Text>
      <Code block>{error.message || error.name}</Code>
      <Group gap="xs">
        <Button onClick={() => window.location.reload()}>{t('Reload')}</Button>
        {onExport ? (
          <Button variant="default" onClick={onExport}>
            {t('Save everything to a file')}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}
