-- before to after

-- lock: none
DROP PUBLICATION chosen;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE extra.parts;

-- lock: none
DROP SCHEMA extra;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.members ALTER COLUMN id TYPE bigint USING id::bigint;

-- lock: share_update_exclusive
CREATE PUBLICATION chosen FOR TABLE public.members WHERE ((id > 10)) WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);

-- after to before

-- lock: none
CREATE SCHEMA extra;

-- lock: none
CREATE TABLE extra.parts (
  id integer NOT NULL,
  CONSTRAINT parts_pkey PRIMARY KEY (id)
);

-- lock: share_update_exclusive
ALTER PUBLICATION chosen DROP TABLE public.members;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.members ALTER COLUMN id TYPE integer USING id::integer;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen ADD TABLE public.members WHERE ((id > 10));

-- lock: none
ALTER PUBLICATION chosen ADD TABLES IN SCHEMA extra;
