-- before to after

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET STORAGE EXTERNAL;

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN note SET COMPRESSION pglz;

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN size SET (n_distinct = '-0.5');

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN size SET (n_distinct_inherited = '7');

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN size SET STATISTICS 500;

-- lock: share_update_exclusive
ALTER INDEX public.docs_id SET (fillfactor = '60');

-- lock: share_update_exclusive
ALTER INDEX public.docs_id SET (deduplicate_items = 'off');

-- lock: share_update_exclusive
ALTER TABLE public.docs CLUSTER ON docs_id;

-- lock: share_update_exclusive
ALTER TABLE public.docs SET (fillfactor = '70');

-- lock: share_update_exclusive
ALTER TABLE public.docs SET (toast.autovacuum_enabled = 'off');

-- lock: share_update_exclusive
ALTER TABLE public.docs SET (autovacuum_enabled = 'off');

-- lock: access_exclusive
ALTER TABLE public.docs REPLICA IDENTITY USING INDEX docs_id;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET STORAGE DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN note SET COMPRESSION DEFAULT;

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN size RESET (n_distinct);

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN size RESET (n_distinct_inherited);

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN size SET STATISTICS -1;

-- lock: share_update_exclusive
ALTER INDEX public.docs_id RESET (deduplicate_items);

-- lock: share_update_exclusive
ALTER INDEX public.docs_id RESET (fillfactor);

-- lock: share_update_exclusive
ALTER TABLE public.docs SET WITHOUT CLUSTER;

-- lock: share_update_exclusive
ALTER TABLE public.docs RESET (autovacuum_enabled);

-- lock: share_update_exclusive
ALTER TABLE public.docs RESET (fillfactor);

-- lock: share_update_exclusive
ALTER TABLE public.docs RESET (toast.autovacuum_enabled);

-- lock: access_exclusive
ALTER TABLE public.docs REPLICA IDENTITY DEFAULT;
