-- before to after

-- lock: share_update_exclusive
CREATE TABLE public.late () INHERITS (public.bills);

-- lock: none
CREATE TABLE public.later () INHERITS (public.late);

-- lock: access_exclusive
ALTER TABLE public.bills ADD CONSTRAINT positive CHECK ((net > 0)) NOT VALID;

-- lock: none
ALTER TABLE public.late VALIDATE CONSTRAINT positive;

-- lock: share_update_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.paid VALIDATE CONSTRAINT positive;

-- lock: none
ALTER TABLE public.later VALIDATE CONSTRAINT positive;

-- lock: access_exclusive
ALTER TABLE public.bills ADD CONSTRAINT small CHECK ((net < 99)) NOT VALID;

-- lock: none
ALTER TABLE public.late VALIDATE CONSTRAINT small;

-- lock: none
ALTER TABLE public.later VALIDATE CONSTRAINT small;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.bills DROP CONSTRAINT positive;

-- lock: access_exclusive
ALTER TABLE public.bills DROP CONSTRAINT small;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.later;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.late;
