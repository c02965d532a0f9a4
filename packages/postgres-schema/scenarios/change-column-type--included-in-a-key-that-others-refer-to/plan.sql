-- before to after

-- lock: access_exclusive
DROP VIEW public.v;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.c DROP CONSTRAINT c_id_fkey;

-- lock: access_exclusive
ALTER TABLE public.b ALTER COLUMN d TYPE text USING d::text;

-- lock: access_exclusive
ALTER TABLE public.c ADD COLUMN new integer;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.c ADD CONSTRAINT c_id_fkey FOREIGN KEY (id) REFERENCES public.b (id);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.c ADD CONSTRAINT c_new_fkey FOREIGN KEY (new) REFERENCES public.b (id);

-- lock: none
CREATE VIEW public.v AS
SELECT id,
    e
   FROM public.b
  GROUP BY id;

-- after to before

-- lock: access_exclusive
DROP VIEW public.v;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.c DROP CONSTRAINT c_id_fkey;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.c DROP CONSTRAINT c_new_fkey;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.c DROP COLUMN new;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.b ALTER COLUMN d TYPE character varying(20) USING d::text;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.c ADD CONSTRAINT c_id_fkey FOREIGN KEY (id) REFERENCES public.b (id);

-- lock: none
CREATE VIEW public.v AS
SELECT id,
    e
   FROM public.b
  GROUP BY id;
