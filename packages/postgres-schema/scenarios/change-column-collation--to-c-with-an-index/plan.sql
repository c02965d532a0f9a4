-- before to after

-- lock: access_exclusive; hazards: scans_table, blocks_writes, may_fail_on_data
ALTER TABLE public.words ALTER COLUMN word TYPE text COLLATE "C" USING word::text;

-- after to before

-- lock: access_exclusive; hazards: scans_table, blocks_writes, may_fail_on_data
ALTER TABLE public.words ALTER COLUMN word TYPE text USING word::text;
