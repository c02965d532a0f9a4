-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.notes DROP CONSTRAINT notes_order;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DROP CONSTRAINT orders_region;

-- lock: access_exclusive
DROP INDEX public.orders_by_region;

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT orders_total;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DETACH PARTITION public.orders_1;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DETACH PARTITION public.orders_2;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.orders ATTACH PARTITION public.orders_1 FOR VALUES FROM (0) TO (5);

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.orders ATTACH PARTITION public.orders_2 FOR VALUES FROM (5) TO (20);

-- lock: access_exclusive
ALTER TABLE public.orders ADD COLUMN note text DEFAULT ''::text;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN total SET NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN total TYPE bigint USING total::bigint;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.orders ADD CONSTRAINT orders_total CHECK ((total > 0));

-- lock: share; hazards: blocks_writes
CREATE INDEX orders_by_region ON public.orders (region, total);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.notes ADD CONSTRAINT notes_order FOREIGN KEY (order_id) REFERENCES public.orders (id);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.orders ADD CONSTRAINT orders_region FOREIGN KEY (region) REFERENCES public.regions (id) ON DELETE CASCADE;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.notes DROP CONSTRAINT notes_order;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DROP CONSTRAINT orders_region;

-- lock: access_exclusive
DROP INDEX public.orders_by_region;

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT orders_total;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.orders DROP COLUMN note;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DETACH PARTITION public.orders_1;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DETACH PARTITION public.orders_2;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.orders ATTACH PARTITION public.orders_1 FOR VALUES FROM (0) TO (10);

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.orders ATTACH PARTITION public.orders_2 FOR VALUES FROM (10) TO (20);

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN total DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN total TYPE integer USING total::integer;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.orders ADD CONSTRAINT orders_total CHECK ((total >= 0));

-- lock: share; hazards: blocks_writes
CREATE INDEX orders_by_region ON public.orders (region);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.notes ADD CONSTRAINT notes_order FOREIGN KEY (order_id) REFERENCES public.orders (id);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.orders ADD CONSTRAINT orders_region FOREIGN KEY (region) REFERENCES public.regions (id);
