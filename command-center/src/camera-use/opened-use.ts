export type UsedBy = 'area' | 'platform';

/** Which number of the table is open: its cameras or its looks. */
export type OpenedUse = {
  rows: 'unwatched' | 'looks';
  /** Of one purpose alone. */
  purpose: string | null;
  /** Null: of all groups together. */
  by: string | null;
  group: string | null;
  /** As the heading says it. */
  title: string;
};

export type UseStretch = { areaCode: string; from: string; to: string };

export type BehindUseProps = { opened: OpenedUse; stretch: UseStretch; onClose: () => void };
