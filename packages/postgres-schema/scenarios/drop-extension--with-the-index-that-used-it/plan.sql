-- before to after

-- lock: access_exclusive
DROP INDEX public.products_name_trgm;

-- lock: none
DROP EXTENSION pg_trgm;

-- after to before

-- lock: none
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;

-- lock: share; hazards: blocks_writes
CREATE INDEX products_name_trgm ON public.products USING gist (name public.gist_trgm_ops);
