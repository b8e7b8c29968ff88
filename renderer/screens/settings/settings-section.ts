/** What the frame hands to every section of the settings. */
export interface SettingsSectionProps {
  /** Closes the workspace and goes back to the list of them. */
  readonly onLeave: () => Promise<void>;
}
