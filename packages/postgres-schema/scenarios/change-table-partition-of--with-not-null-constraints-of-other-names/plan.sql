-- before to after

-- lock: access_exclusive
ALTER TABLE public.readings_1 RENAME CONSTRAINT has_kind TO readings_kind_not_null;

-- lock: access_exclusive
ALTER TABLE public.readings_1 RENAME CONSTRAINT has_time TO is_dated;

-- lock: access_exclusive
ALTER TABLE public.readings_1 RENAME CONSTRAINT readings_1_note_not_null TO has_note;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.readings ATTACH PARTITION public.readings_1 FOR VALUES IN (1);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.readings DETACH PARTITION public.readings_1;

-- lock: access_exclusive
ALTER TABLE public.readings_1 RENAME CONSTRAINT has_note TO readings_1_note_not_null;

-- lock: access_exclusive
ALTER TABLE public.readings_1 RENAME CONSTRAINT is_dated TO has_time;

-- lock: access_exclusive
ALTER TABLE public.readings_1 RENAME CONSTRAINT readings_kind_not_null TO has_kind;
