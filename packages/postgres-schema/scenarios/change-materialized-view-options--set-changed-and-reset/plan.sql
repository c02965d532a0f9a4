-- before to after

-- lock: share_update_exclusive
ALTER MATERIALIZED VIEW public.days RESET (autovacuum_enabled);

-- lock: share_update_exclusive
ALTER MATERIALIZED VIEW public.days SET (autovacuum_vacuum_threshold=7, fillfactor=60);

-- after to before

-- lock: share_update_exclusive
ALTER MATERIALIZED VIEW public.days RESET (autovacuum_vacuum_threshold);

-- lock: share_update_exclusive
ALTER MATERIALIZED VIEW public.days SET (autovacuum_enabled=off, fillfactor=50);
