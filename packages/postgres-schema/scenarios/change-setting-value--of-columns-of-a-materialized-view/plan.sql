-- before to after

-- lock: access_exclusive
ALTER MATERIALIZED VIEW public.days ALTER COLUMN remark SET STORAGE DEFAULT;

-- lock: share_update_exclusive
ALTER MATERIALIZED VIEW public.days ALTER COLUMN "the day" SET STATISTICS 20;

-- lock: access_exclusive
ALTER MATERIALIZED VIEW public.days ALTER COLUMN note SET COMPRESSION pglz;

-- lock: share_update_exclusive
ALTER MATERIALIZED VIEW public.days ALTER COLUMN note SET (n_distinct = '5');

-- after to before

-- lock: access_exclusive
ALTER MATERIALIZED VIEW public.days ALTER COLUMN note SET COMPRESSION DEFAULT;

-- lock: share_update_exclusive
ALTER MATERIALIZED VIEW public.days ALTER COLUMN note RESET (n_distinct);

-- lock: share_update_exclusive
ALTER MATERIALIZED VIEW public.days ALTER COLUMN "the day" SET STATISTICS 10;

-- lock: access_exclusive
ALTER MATERIALIZED VIEW public.days ALTER COLUMN remark SET STORAGE EXTERNAL;
