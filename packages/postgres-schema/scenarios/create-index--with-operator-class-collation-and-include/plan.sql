-- before to after

-- lock: share; hazards: blocks_writes
CREATE INDEX people_name ON public.people (name COLLATE "C" text_pattern_ops, city text_pattern_ops) INCLUDE (id);

-- lock: share_update_exclusive
ALTER INDEX public.people_name SET (fillfactor = '70');

-- after to before

-- lock: access_exclusive
DROP INDEX public.people_name;
