/** The sign of the app: one line that runs on through the bar of the signature. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden focusable="false" style={{ flex: 'none' }}>
      <rect width="24" height="24" rx="6" fill="var(--mantine-primary-color-filled)" />
      <path d="M3.5 15.5 C 8 15.5, 9 8.5, 13 8.5 S 17 11 20.5 11" fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      <path d="M12 5 V 19" stroke="#fff" strokeOpacity="0.55" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
