-- before to after

-- lock: none
CREATE TABLE public.readings (
  day date NOT NULL,
  value integer,
  station text,
  CONSTRAINT readings_station UNIQUE (station)
) PARTITION BY LIST (station);

-- lock: none
CREATE TABLE public.readings_north PARTITION OF public.readings FOR VALUES IN ('north');

-- lock: none
CREATE INDEX readings_value ON public.readings (value);

-- lock: none
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.readings_north'::regclass AND pg_partition_root(indexrelid) = 'public.readings_value'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'readings_north_value_idx1' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.readings_north'::regclass AND indexrelid = to_regclass('public.readings_north_value_idx1')) THEN
      ALTER INDEX public.readings_north_value_idx1 RENAME TO readings_north_value_idx1__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'readings_north_value_idx1');
  END IF;
END
$do$;

-- lock: none
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.readings_north'::regclass AND pg_partition_root(indexrelid) = 'public.readings_station'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'readings_north_station_key1' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.readings_north'::regclass AND indexrelid = to_regclass('public.readings_north_station_key1')) THEN
      ALTER INDEX public.readings_north_station_key1 RENAME TO readings_north_station_key1__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'readings_north_station_key1');
  END IF;
END
$do$;

-- lock: none
ALTER TABLE public.readings_north ADD CONSTRAINT readings_north_station_key UNIQUE NULLS NOT DISTINCT (station);

-- lock: none
CREATE INDEX readings_north_value_idx ON public.readings_north (value) WHERE (value > 0);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.readings_north;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.readings;
