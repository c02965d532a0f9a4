-- before to after

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN mail DROP NOT NULL;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN town;

-- after to before

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT has_mail NOT NULL mail;

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN town text;

-- lock: access_exclusive; hazards: scans_table
UPDATE public.people SET town = '';

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT has_town NOT NULL town;

-- lock: none
COMMENT ON CONSTRAINT has_mail ON public.people IS 'x';

-- lock: none
COMMENT ON CONSTRAINT has_town ON public.people IS 'y';
