-- 日报、月报: of a period each center has one of a kind, format and language, however many make it.
create unique index documents_by_period on documents (kind, area_code, from_at, format, language)
  where kind in ('daily-report', 'monthly-report');
