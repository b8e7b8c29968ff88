import { createTheme, type CSSVariablesResolver, type MantineColorsTuple, rem } from '@mantine/core';
import { t } from '#shared/values/texts';

/** The one accent. Shade 7 on white and shade 3 on the dark canvas both pass WCAG AA for text. */
const deepTeal: MantineColorsTuple = [
  '#ebf6f5',
  '#d3e9e7',
  '#a7d4d0',
  '#77bdb7',
  '#4da49d',
  '#2f8c85',
  '#1b7670',
  '#0c635e',
  '#084f4b',
  '#053b38',
];

/** Cooler than Mantine's own, so that cards separate from the canvas without shadows. */
const dark: MantineColorsTuple = [
  '#d3d8dd',
  '#b6bec6',
  '#949ea8',
  '#67717b',
  '#3a424a',
  '#2f363d',
  '#242a30',
  '#1b2025',
  '#15191d',
  '#0f1215',
];

/** The cross that empties a field has no words of its own. */
const CLEAR = { 'aria-label': t('Clear') };

export const theme = createTheme({
  colors: { teal: deepTeal, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.4' },
  defaultRadius: 'sm',
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(20) },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.3' },
      h2: { fontSize: rem(16), lineHeight: '1.35' },
      h3: { fontSize: rem(14), lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', fw: 550 } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', clearButtonProps: CLEAR } },
    NumberInput: { defaultProps: { size: 'sm' } },
    DateInput: { defaultProps: { size: 'sm', clearButtonProps: CLEAR } },
    DateTimePicker: { defaultProps: { clearButtonProps: CLEAR } },
    MultiSelect: { defaultProps: { clearButtonProps: CLEAR } },
    TagsInput: { defaultProps: { clearButtonProps: CLEAR } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'md',
        padding: 'lg',
        closeButtonProps: { 'aria-label': t('Close') },
        styles: { title: { fontSize: rem(16), fontWeight: 620, lineHeight: 1.3 } },
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120 },
      },
    },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, radius: 'sm', fz: 'xs' } },
  },
});

/** The few colours of our own, and Mantine's dimmed and placeholder text brought up to 4.5 : 1. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1a2126',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#5a646d',
    '--mantine-color-placeholder': '#656f78',
    '--mantine-color-default-border': '#d4d9dd',
    '--mantine-color-anchor': colors['teal']?.[7] ?? '',
    '--mantine-color-orange-light-color': '#9c3a06',
    '--tl-canvas': '#f7f8f9',
    '--tl-surface': '#ffffff',
    '--tl-sidebar': '#f1f3f4',
    '--tl-line': '#e3e7ea',
    '--tl-line-strong': '#c9d0d5',
    '--tl-hover': '#eef1f3',
    '--tl-selected': '#e3f1f0',
    '--tl-mark': '#fff0b8',
    '--tl-green': '#1f7a3d',
    '--tl-amber': '#96600a',
    '--tl-red': '#b3261e',
  },
  dark: {
    '--mantine-color-text': '#e3e7ea',
    '--mantine-color-body': '#1b2025',
    '--mantine-color-dimmed': '#98a2ac',
    '--mantine-color-placeholder': '#87919b',
    '--mantine-color-default-border': '#3a424a',
    '--mantine-color-anchor': colors['teal']?.[3] ?? '',
    '--mantine-color-teal-light': '#1c3f3c',
    '--mantine-color-teal-light-color': colors['teal']?.[2] ?? '',
    '--tl-canvas': '#14181b',
    '--tl-surface': '#1b2025',
    '--tl-sidebar': '#111417',
    '--tl-line': '#2a3036',
    '--tl-line-strong': '#424b54',
    '--tl-hover': '#232930',
    '--tl-selected': '#15332f',
    '--tl-mark': '#5c4a0b',
    '--tl-green': '#63c383',
    '--tl-amber': '#e0ab4f',
    '--tl-red': '#f2857d',
  },
});
