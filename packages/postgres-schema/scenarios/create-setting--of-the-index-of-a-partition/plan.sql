-- before to after

-- lock: share_update_exclusive
ALTER INDEX public.events_a_expr_idx SET (fillfactor = '60');

-- lock: share_update_exclusive
ALTER INDEX public.events_a_expr_idx ALTER COLUMN 1 SET STATISTICS 500;

-- lock: share_update_exclusive
ALTER TABLE public.events_a CLUSTER ON events_a_expr_idx;

-- lock: access_exclusive
ALTER TABLE public.events_b REPLICA IDENTITY USING INDEX events_b_pkey;

-- after to before

-- lock: share_update_exclusive
ALTER INDEX public.events_a_expr_idx SET (fillfactor = '80');

-- lock: share_update_exclusive
ALTER INDEX public.events_a_expr_idx ALTER COLUMN 1 SET STATISTICS -1;

-- lock: share_update_exclusive
ALTER TABLE public.events_a SET WITHOUT CLUSTER;

-- lock: access_exclusive
ALTER TABLE public.events_b REPLICA IDENTITY DEFAULT;
