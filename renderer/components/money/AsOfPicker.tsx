import { Button, Group } from '@mantine/core';
import { isDate, type CalendarDate } from '#shared/values/calendar';
import { DayInput } from '../DayInput';
import { useAddressState } from '../use-address-state';
import { useToday } from '../use-today';
import { t } from '#shared/values/texts';

/** The day that a money screen shows, kept in its address; today where none, or none that is past, is named. */
export function useAsOf(): readonly [CalendarDate, (day: CalendarDate | null) => void] {
  const [address, change] = useAddressState();
  const today = useToday();
  const asked = address.get('asOf') ?? '';
  return [isDate(asked) && asked < today ? asked : today, (day) => change({ asOf: day === today ? null : day })];
}

interface AsOfPickerProps {
  readonly day: CalendarDate;
  readonly onDay: (day: CalendarDate | null) => void;
}

/** Which day is shown: today, or any day before, as the records said it then. */
export function AsOfPicker({ day, onDay }: AsOfPickerProps) {
  const today = useToday();
  return (
    <Group gap={6} wrap="nowrap">
      <DayInput
        size="xs"
        w={150}
        aria-label={t('As of')}
        leftSection={<span style={{ fontSize: 12 }}>{t('As of')}</span>}
        leftSectionWidth={46}
        value={day}
        maxDate={today}
        onChange={(next) => onDay(next)}
      />
      {day === today ? null : (
        <Button size="xs" variant="default" onClick={() => onDay(null)}>
          {t('Now')}
        </Button>
      )}
    </Group>
  );
}
