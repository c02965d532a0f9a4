-- before to after

-- lock: none
CREATE DOMAIN public.age AS integer CONSTRAINT has_age NOT NULL;

-- lock: none
ALTER DOMAIN public.mail DROP NOT NULL;

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.mail ADD CONSTRAINT has_mail NOT NULL;

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.note ADD CONSTRAINT has_note NOT NULL;

-- lock: none
ALTER DOMAIN public.phone RENAME CONSTRAINT has_number TO has_phone;

-- lock: none
ALTER DOMAIN public.town DROP NOT NULL;

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.town SET NOT NULL;

-- after to before

-- lock: none
DROP DOMAIN public.age;

-- lock: none
ALTER DOMAIN public.mail DROP NOT NULL;

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.mail SET NOT NULL;

-- lock: none
ALTER DOMAIN public.note DROP NOT NULL;

-- lock: none
ALTER DOMAIN public.phone RENAME CONSTRAINT has_phone TO has_number;

-- lock: none
ALTER DOMAIN public.town DROP NOT NULL;

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.town ADD CONSTRAINT has_town NOT NULL;
