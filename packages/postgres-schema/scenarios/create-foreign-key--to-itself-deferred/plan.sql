-- before to after

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.nodes ADD CONSTRAINT has_parent FOREIGN KEY (parent) REFERENCES public.nodes (id) DEFERRABLE INITIALLY DEFERRED;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.nodes DROP CONSTRAINT has_parent;
