-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.a DROP CONSTRAINT a_b;

-- after to before

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES public.b (id);
