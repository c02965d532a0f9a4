-- before to after

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET COMPRESSION DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET STORAGE DEFAULT;

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN size SET STATISTICS -1;

-- lock: share_update_exclusive
ALTER INDEX public.docs_id RESET (fillfactor);

-- lock: share_update_exclusive
ALTER TABLE public.docs SET WITHOUT CLUSTER;

-- lock: share_update_exclusive
ALTER TABLE public.docs RESET (fillfactor);

-- lock: share_update_exclusive
ALTER TABLE public.docs RESET (parallel_workers);

-- lock: access_exclusive
ALTER TABLE public.docs REPLICA IDENTITY DEFAULT;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET COMPRESSION pglz;

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET STORAGE PLAIN;

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN size SET STATISTICS 0;

-- lock: share_update_exclusive
ALTER INDEX public.docs_id SET (fillfactor = '60');

-- lock: share_update_exclusive
ALTER TABLE public.docs CLUSTER ON docs_id;

-- lock: share_update_exclusive
ALTER TABLE public.docs SET (fillfactor = '70');

-- lock: share_update_exclusive
ALTER TABLE public.docs SET (parallel_workers = '3');

-- lock: access_exclusive
ALTER TABLE public.docs REPLICA IDENTITY FULL;
