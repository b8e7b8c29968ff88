import { EXPORT_REFUSED, mayExport } from '#shared/policy/policy';
import { t } from '#shared/values/texts';
import { usePolicy } from '../platform/policy';

/** Why nothing may leave the app as a file or on paper, for the button that would do it; undefined where it may. */
export const useExportRefusal = (): string | undefined => (mayExport(usePolicy()) ? undefined : t(EXPORT_REFUSED));
