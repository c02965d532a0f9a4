-- before to after

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET STATISTICS 20;

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET STORAGE MAIN;

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN code SET (n_distinct = '6');

-- lock: share_update_exclusive
ALTER INDEX public.docs_code SET (fillfactor = '60');

-- lock: share_update_exclusive
ALTER TABLE public.docs CLUSTER ON docs_code;

-- lock: share_update_exclusive
ALTER TABLE public.docs SET (fillfactor = '80');

-- lock: access_exclusive
ALTER TABLE public.docs REPLICA IDENTITY USING INDEX docs_code;

-- after to before

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET STATISTICS 10;

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET STORAGE EXTERNAL;

-- lock: share_update_exclusive
ALTER TABLE public.docs ALTER COLUMN code SET (n_distinct = '5');

-- lock: share_update_exclusive
ALTER INDEX public.docs_code SET (fillfactor = '50');

-- lock: share_update_exclusive
ALTER TABLE public.docs CLUSTER ON docs_id;

-- lock: share_update_exclusive
ALTER TABLE public.docs SET (fillfactor = '70');

-- lock: access_exclusive
ALTER TABLE public.docs REPLICA IDENTITY USING INDEX docs_id;
