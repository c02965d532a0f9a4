-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.readings DETACH PARTITION public.readings_2024;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.readings_2024 DROP CONSTRAINT IF EXISTS readings_sensor_fkey;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.readings DROP CONSTRAINT readings_sensor_fkey;

-- lock: access_exclusive
ALTER TABLE public.readings ALTER COLUMN value DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.readings_2024 ALTER COLUMN value DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings ALTER COLUMN sensor TYPE bigint USING sensor::bigint;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings ALTER COLUMN value TYPE numeric USING value::numeric;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings_2024 ALTER COLUMN sensor TYPE bigint USING sensor::bigint;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings_2024 ALTER COLUMN value TYPE numeric USING value::numeric;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.sensors ALTER COLUMN id TYPE bigint USING id::bigint;

-- lock: access_exclusive
ALTER TABLE public.readings ALTER COLUMN value SET DEFAULT 0;

-- lock: access_exclusive
ALTER TABLE public.readings_2024 ALTER COLUMN value SET DEFAULT 1;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.readings ADD CONSTRAINT readings_sensor_fkey FOREIGN KEY (sensor) REFERENCES public.sensors (id);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.readings_2024 ADD CONSTRAINT readings_2024_sensor_fkey FOREIGN KEY (sensor) REFERENCES public.sensors (id);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.readings DROP CONSTRAINT readings_sensor_fkey;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.readings_2024 DROP CONSTRAINT readings_2024_sensor_fkey;

-- lock: access_exclusive
ALTER TABLE public.readings ALTER COLUMN value DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.readings_2024 ALTER COLUMN value DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings ALTER COLUMN sensor TYPE integer USING sensor::integer;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings ALTER COLUMN value TYPE real USING value::real;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings_2024 ALTER COLUMN sensor TYPE integer USING sensor::integer;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings_2024 ALTER COLUMN value TYPE real USING value::real;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.sensors ALTER COLUMN id TYPE integer USING id::integer;

-- lock: access_exclusive
ALTER TABLE public.readings ALTER COLUMN value SET DEFAULT 0;

-- lock: access_exclusive
ALTER TABLE public.readings_2024 ALTER COLUMN value SET DEFAULT 0;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.readings ADD CONSTRAINT readings_sensor_fkey FOREIGN KEY (sensor) REFERENCES public.sensors (id);

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.readings ATTACH PARTITION public.readings_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
