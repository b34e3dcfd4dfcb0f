/** The form for one delivery date of all orders: a relative day («tomorrow») or a date, and the time. */
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { resolveRelativeDate } from '../../shared/domain/values/dates/relative-date.ts';
import { exampleDay } from '../../shared/messages/translator.ts';
import { useWords } from '../words/words.ts';
import { deliveryDateText, deliveryDays, isDeliveryDay, type DeliveryDay } from './date-answer.ts';
import classes from './Columns.module.css';

interface DateAnswerProps {
  readonly proposed: boolean;
  /** «ertaga 14:00», `25.11.2026 14:00`. */
  readonly onAnswer: (text: string) => void;
}

const usualTime = '14:00';

export function DateAnswer({ proposed, onAnswer }: DateAnswerProps): ReactNode {
  const { t } = useWords();
  const [now] = useState(Date.now);
  const [day, setDay] = useState<DeliveryDay>('tomorrow');
  const [date, setDate] = useState('');
  const [time, setTime] = useState(usualTime);
  const text = deliveryDateText(day === 'date' ? date : t(`date.${day}`), time);
  const shown = text === null ? undefined : (resolveRelativeDate(text, now) ?? text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text !== null) onAnswer(text);
  };
  return (
    <form
      onSubmit={submit}
      className={classes.answer}
      aria-label={t('columns.question.date')}
      data-testid="date-answer"
    >
      <span className={classes.answerLabel}>{t('columns.question.date')}</span>
      <Group gap={6}>
        <NativeSelect
          size="xs"
          style={{ flex: '1 1 100px' }}
          aria-label={t('columns.question.date')}
          value={day}
          data={deliveryDays.map((one) => ({ value: one, label: t(`date.${one}`) }))}
          onChange={(event) => isDeliveryDay(event.currentTarget.value) && setDay(event.currentTarget.value)}
          data-testid="date-day"
        />
        <TextInput
          size="xs"
          w={58}
          aria-label={t('columns.question.hour')}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
          data-testid="date-time"
        />
        <Button
          size="xs"
          type="submit"
          variant={proposed ? 'light' : 'default'}
          disabled={text === null}
          data-testid="date-use"
        >
          {t('columns.constant.use')}
        </Button>
      </Group>
      {day === 'date' ? (
        <TextInput
          size="xs"
          mt={6}
          placeholder={exampleDay()}
          aria-label={t('date.date')}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
          data-testid="date-date"
        />
      ) : null}
      <Text size="xs" c="dimmed" mt={4}>
        {shown === undefined
          ? t('columns.question.date.bad')
          : t(day === 'date' ? 'columns.question.date.once' : 'columns.question.date.moves', { date: shown })}
      </Text>
    </form>
  );
}
