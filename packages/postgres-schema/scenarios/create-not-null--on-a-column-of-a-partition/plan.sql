-- before to after

-- lock: access_exclusive
CREATE TABLE public.readings_1 PARTITION OF public.readings FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- lock: access_exclusive
CREATE TABLE public.readings_2 PARTITION OF public.readings FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- lock: access_exclusive
ALTER TABLE public.readings_1 ADD CONSTRAINT has_note NOT NULL note;

-- lock: access_exclusive
ALTER TABLE public.readings_2 ADD CONSTRAINT readings_2_note_not_null NOT NULL note NOT VALID;

-- lock: none
COMMENT ON CONSTRAINT has_note ON public.readings_1 IS 'x';

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.readings_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.readings_2;
