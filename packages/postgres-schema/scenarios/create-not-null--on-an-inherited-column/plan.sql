-- before to after

-- lock: share_update_exclusive
CREATE TABLE public.guests () INHERITS (public.people);

-- lock: access_exclusive
ALTER TABLE public.guests ADD CONSTRAINT has_id NOT NULL id;

-- lock: access_exclusive
ALTER TABLE ONLY public.staff ALTER COLUMN age SET DEFAULT 1;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.staff ADD CONSTRAINT has_age NOT NULL age;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.staff ADD CONSTRAINT has_id NOT NULL id;

-- lock: access_exclusive
ALTER TABLE public.staff ADD CONSTRAINT has_mail NOT NULL mail NOT VALID;

-- lock: access_exclusive
ALTER TABLE public.guests ADD CONSTRAINT guests_note_not_null NOT NULL note NOT VALID;

-- lock: access_exclusive
ALTER TABLE public.staff RENAME CONSTRAINT staff_town_not_null TO has_town;

-- lock: none
COMMENT ON CONSTRAINT has_id ON public.staff IS 'x';

-- lock: none
COMMENT ON CONSTRAINT has_mail ON public.staff IS 'y';

-- after to before

-- lock: access_exclusive
ALTER TABLE public.staff RENAME CONSTRAINT has_town TO staff_town_not_null;

-- lock: access_exclusive
ALTER TABLE ONLY public.staff ALTER COLUMN age DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.staff ALTER COLUMN age DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.staff ALTER COLUMN id DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.staff ALTER COLUMN mail DROP NOT NULL;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.guests;
