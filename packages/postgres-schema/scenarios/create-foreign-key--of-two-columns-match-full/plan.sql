-- before to after

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT lives_in FOREIGN KEY (country, zip) REFERENCES public.places (country, zip) MATCH FULL;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.people DROP CONSTRAINT lives_in;
