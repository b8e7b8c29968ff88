import { Group, Input, NumberInput, Select } from '@mantine/core';
import { useId, useState } from 'react';
import type { MoneyValue } from '#shared/records/define-record';
import { minorDigits } from '#shared/values/money';
import { currencyCodes, minorUnits, useUsualCurrency } from './currencies';
import { t } from '#shared/values/texts';

interface MoneyInputProps {
  readonly label?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly withAsterisk?: boolean;
  readonly autoFocus?: boolean;
  readonly value: MoneyValue | undefined;
  readonly onChange: (value: MoneyValue | null) => void;
}

/** An amount and its currency, always together. Starts with the currency the firm uses most. */
export function MoneyInput({ label, description, error, withAsterisk = false, value, onChange, ...input }: MoneyInputProps) {
  const id = useId();
  const usual = useUsualCurrency();
  const [picked, setPicked] = useState<string>();
  const currency = value?.currency ?? picked ?? usual;
  const [typed, setTyped] = useState<number | string>('');
  const put = (major: number | string, code: string): void =>
    onChange(isNumber(major) ? { amount: Math.round(Number(major) * minorUnits(code)), currency: code } : null);
  const major = value ? value.amount / minorUnits(value.currency) : '';

  return (
    <Input.Wrapper id={id} label={label} description={description} error={error} withAsterisk={withAsterisk}>
      <Group gap={6} wrap="nowrap" mb={description || error ? 5 : 0}>
        <NumberInput
          id={id}
          aria-label={input['aria-label']}
          autoFocus={input.autoFocus ?? false}
          data-autofocus={input.autoFocus || undefined}
          className="num"
          flex={1}
          min={0}
          hideControls
          decimalScale={minorDigits(currency)}
          thousandSeparator=","
          error={Boolean(error)}
          value={isNumber(typed) && isNumber(major) && Number(typed) === major ? typed : major}
          onChange={(next) => {
            setTyped(next);
            put(next, currency);
          }}
        />
        <Select
          aria-label={t('Currency')}
          w={86}
          searchable
          allowDeselect={false}
          data={currencyCodes()}
          limit={40}
          value={currency}
          onChange={(code) => {
            if (!code) return;
            setPicked(code);
            if (value) put(major, code);
          }}
        />
      </Group>
    </Input.Wrapper>
  );
}

/** While somebody types `71.50`, the input speaks of it in words: a text that means a number is one. */
const isNumber = (major: number | string): boolean => typeof major === 'number' || (major.trim() !== '' && Number.isFinite(Number(major)));
