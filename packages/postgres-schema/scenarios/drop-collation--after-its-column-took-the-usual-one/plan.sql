-- before to after

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.t DROP COLUMN a;

-- lock: none
DROP COLLATION public.german;

-- lock: access_exclusive
ALTER TABLE public.t ADD COLUMN a text;

-- after to before

-- lock: none
CREATE COLLATION public.german (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'C');

-- lock: access_exclusive; hazards: scans_table, blocks_writes, may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.german USING a::text;
