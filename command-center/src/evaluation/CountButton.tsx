import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';

type CountButtonProps = {
  value: number;
  /** The numerator's rows, not the denominator's. */
  counted: boolean;
  /** As the button is read out. */
  name: string;
  /** Absent where there is nothing to open: what was kept are figures alone. */
  onOpen: ((counted: boolean) => void) | undefined;
};

/** A number that opens as many rows as it says; none opens nothing. */
export function CountButton({ value, counted, name, onOpen }: CountButtonProps) {
  const { t } = useTranslation('evaluation');
  if (onOpen === undefined || value === 0) return value;
  return (
    <Button
      look="plain"
      data-open={counted ? 'counted' : 'among'}
      aria-label={t(counted ? 'openCounted' : 'openAmong', { name, count: value })}
      onClick={() => onOpen(counted)}
    >
      {value}
    </Button>
  );
}
