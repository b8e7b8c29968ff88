import { DateInput, type DateInputProps } from '@mantine/dates';
import { dateText } from './text-of';
import { parseTypedDate } from './typed-date';

/** A day, picked or typed the way this person writes dates. */
export function DayInput(props: Omit<DateInputProps, 'valueFormat' | 'dateParser'>) {
  return <DateInput {...props} valueFormat={dateText} dateParser={readDate} />;
}

/** The picker would pass more than the text. */
const readDate = (text: string): string | null => parseTypedDate(text);
