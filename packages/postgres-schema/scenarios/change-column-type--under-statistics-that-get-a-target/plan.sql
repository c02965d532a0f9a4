-- before to after

-- lock: share_update_exclusive
DROP STATISTICS public.a_statistics;

-- lock: access_exclusive
ALTER TABLE public.a ALTER COLUMN c0 TYPE numeric(14,2) USING c0::numeric(14,2);

-- lock: share_update_exclusive
CREATE STATISTICS public.a_statistics ON c0, id FROM public.a;

-- lock: none
ALTER STATISTICS public.a_statistics SET STATISTICS 9;

-- after to before

-- lock: share_update_exclusive
DROP STATISTICS public.a_statistics;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.a ALTER COLUMN c0 TYPE numeric(12,2) USING c0::numeric(12,2);

-- lock: share_update_exclusive
CREATE STATISTICS public.a_statistics ON c0, id FROM public.a;
