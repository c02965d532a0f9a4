-- before to after

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN mail TO email;

-- lock: access_exclusive
DROP INDEX public.people_mail_lower;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT people_mail_at;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT people_mail_at CHECK ((email ~~ '%@%'::text));

-- lock: share; hazards: blocks_writes
CREATE INDEX people_mail_lower ON public.people ((lower(email))) WHERE (email <> ''::text);

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY own ON public.people USING ((email = CURRENT_USER));

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people RENAME COLUMN email TO mail;

-- lock: access_exclusive
DROP INDEX public.people_mail_lower;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT people_mail_at;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT people_mail_at CHECK ((mail ~~ '%@%'::text));

-- lock: share; hazards: blocks_writes
CREATE INDEX people_mail_lower ON public.people ((lower(mail))) WHERE (mail <> ''::text);

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY own ON public.people USING ((mail = CURRENT_USER));
