import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';

type QuietButtonProps = ButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps>;

/** A button that stays in the background until it is wanted. */
export function QuietButton(props: QuietButtonProps) {
  return <Button variant="subtle" color="gray" size="compact-sm" h={28} c="inherit" {...props} />;
}
