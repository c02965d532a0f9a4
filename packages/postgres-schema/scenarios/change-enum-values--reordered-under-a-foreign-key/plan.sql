-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.parcels DROP CONSTRAINT parcels_size_fkey;

-- lock: none
ALTER TYPE public.size RENAME TO size__replaced;

-- lock: none
CREATE TYPE public.size AS ENUM ('small', 'large');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN size TYPE public.size USING size::text::public.size;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.parcels ALTER COLUMN size TYPE public.size USING size::text::public.size;

-- lock: none
DROP TYPE public.size__replaced;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.parcels ADD CONSTRAINT parcels_size_fkey FOREIGN KEY (size) REFERENCES public.boxes (size);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.parcels DROP CONSTRAINT parcels_size_fkey;

-- lock: none
ALTER TYPE public.size RENAME TO size__replaced;

-- lock: none
CREATE TYPE public.size AS ENUM ('large', 'small');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN size TYPE public.size USING size::text::public.size;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.parcels ALTER COLUMN size TYPE public.size USING size::text::public.size;

-- lock: none
DROP TYPE public.size__replaced;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.parcels ADD CONSTRAINT parcels_size_fkey FOREIGN KEY (size) REFERENCES public.boxes (size);
