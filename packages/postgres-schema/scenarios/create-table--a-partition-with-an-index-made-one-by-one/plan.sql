-- before to after

-- lock: share_update_exclusive
ALTER INDEX public.p1_c0_idx RENAME TO p1_c0_idx1;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data, locks_other_table
CREATE TABLE public.p_rest PARTITION OF public.t DEFAULT;

-- lock: share; hazards: blocks_writes
CREATE INDEX p_index ON ONLY public.t (c0);

-- lock: share; hazards: blocks_writes
CREATE INDEX p1_c0_idx ON public.p1 (c0);

-- lock: share_update_exclusive
ALTER INDEX public.p_index ATTACH PARTITION public.p1_c0_idx;

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.p_rest'::regclass AND pg_partition_root(indexrelid) = 'public.p_second'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'p_rest_c0_idx1' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.p_rest'::regclass AND indexrelid = to_regclass('public.p_rest_c0_idx1')) THEN
      ALTER INDEX public.p_rest_c0_idx1 RENAME TO p_rest_c0_idx1__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'p_rest_c0_idx1');
  END IF;
END
$do$;

-- lock: share
CREATE INDEX p_rest_c0_idx ON public.p_rest (c0);

-- lock: share_update_exclusive
ALTER INDEX public.p_index ATTACH PARTITION public.p_rest_c0_idx;

-- after to before

-- lock: share_update_exclusive
ALTER INDEX public.p1_c0_idx1 RENAME TO p1_c0_idx1__renamed;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p_rest;

-- lock: access_exclusive
DROP INDEX public.p_index;

-- lock: share_update_exclusive
ALTER INDEX public.p1_c0_idx1__renamed RENAME TO p1_c0_idx;
