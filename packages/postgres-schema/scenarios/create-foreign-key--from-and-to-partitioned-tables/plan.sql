-- before to after

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.items ADD CONSTRAINT of_order FOREIGN KEY (order_id, at) REFERENCES public.orders (id, at) ON DELETE CASCADE;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.items DROP CONSTRAINT of_order;
