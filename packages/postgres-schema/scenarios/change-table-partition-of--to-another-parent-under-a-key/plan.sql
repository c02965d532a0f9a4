-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.uses DROP CONSTRAINT uses_item_fkey;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.items_low DETACH PARTITION public.items_first;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.items DETACH PARTITION public.items_second;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.items DETACH PARTITION public.items_low;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.items ATTACH PARTITION public.items_low FOR VALUES FROM (100) TO (200);

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data, blocks_writes
ALTER TABLE public.items_low ATTACH PARTITION public.items_second FOR VALUES FROM (100) TO (110);

-- lock: access_exclusive
ALTER TABLE public.items_first ALTER COLUMN kind SET DEFAULT 'first'::text;

-- lock: share_update_exclusive
COMMENT ON COLUMN public.items_first.kind IS 'theirs';

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.items ATTACH PARTITION public.items_first FOR VALUES FROM (0) TO (10);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.uses ADD CONSTRAINT uses_item_fkey FOREIGN KEY (item) REFERENCES public.items (id);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.uses DROP CONSTRAINT uses_item_fkey;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.items DETACH PARTITION public.items_first;

-- lock: share_update_exclusive
COMMENT ON COLUMN public.items_first.kind IS NULL;

-- lock: access_exclusive
ALTER TABLE public.items_first ALTER COLUMN kind DROP DEFAULT;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.items_low DETACH PARTITION public.items_second;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.items DETACH PARTITION public.items_low;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.items ATTACH PARTITION public.items_low FOR VALUES FROM (0) TO (100);

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data, blocks_writes
ALTER TABLE public.items ATTACH PARTITION public.items_second FOR VALUES FROM (100) TO (110);

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.items_low ATTACH PARTITION public.items_first FOR VALUES FROM (0) TO (10);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.uses ADD CONSTRAINT uses_item_fkey FOREIGN KEY (item) REFERENCES public.items (id);
