-- before to after

-- lock: none
CREATE TABLE public.teams (
  id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT has_id NOT NULL,
  name text CONSTRAINT has_name NOT NULL NO INHERIT
);

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT has_phone NOT NULL phone NO INHERIT;

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN town text DEFAULT ''::text CONSTRAINT has_town NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT people_age_not_null TO has_age;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT people_id_not_null TO "has an id";

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT people_mail_not_null TO has_mail;

-- lock: none
COMMENT ON CONSTRAINT has_mail ON public.people IS 'it''s how we reach them';

-- lock: none
COMMENT ON CONSTRAINT has_name ON public.teams IS 'as on the door';

-- after to before

-- lock: none
COMMENT ON CONSTRAINT has_mail ON public.people IS NULL;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT has_age TO people_age_not_null;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT "has an id" TO people_id_not_null;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT has_mail TO people_mail_not_null;

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN phone DROP NOT NULL;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN town;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.teams;
