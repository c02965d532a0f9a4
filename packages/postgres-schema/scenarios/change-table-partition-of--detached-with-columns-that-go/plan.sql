-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events DETACH PARTITION public.events_here;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events_here DROP CONSTRAINT events_here_fk;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.events_here DROP COLUMN note;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events;

-- lock: access_exclusive; hazards: deletes_data, locks_other_table
DROP TABLE public.visits_here;

-- lock: access_exclusive
ALTER TABLE public.events_here DROP CONSTRAINT events_here_pkey;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.events_here DROP COLUMN place;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.visits;

-- lock: access_exclusive
ALTER TABLE public.events_here ADD COLUMN count integer;

-- lock: access_exclusive
ALTER TABLE public.events_here ALTER COLUMN id DROP NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.events_here DROP COLUMN count;

-- lock: none
CREATE TABLE public.events (
  id integer,
  place text,
  note text
) PARTITION BY LIST (place);

-- lock: none
CREATE TABLE public.visits (
  id integer,
  place text
) PARTITION BY LIST (place);

-- lock: none
CREATE TABLE public.visits_here PARTITION OF public.visits FOR VALUES IN ('here');

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.events_here ALTER COLUMN id SET NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.events_here ADD COLUMN note text;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.events_here ADD COLUMN place text NOT NULL;

-- lock: none
ALTER TABLE public.visits_here ALTER COLUMN id SET NOT NULL;

-- lock: none
ALTER TABLE public.visits_here ALTER COLUMN place SET NOT NULL;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.events_here ADD CONSTRAINT events_here_pkey PRIMARY KEY (id, place);

-- lock: none
ALTER TABLE public.visits_here ADD CONSTRAINT visits_here_pkey PRIMARY KEY (id, place);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.events_here ADD CONSTRAINT events_here_fk FOREIGN KEY (id, place) REFERENCES public.visits_here (id, place);

-- lock: share_row_exclusive; hazards: locks_other_table
ALTER TABLE public.visits_here ADD CONSTRAINT visits_here_fk FOREIGN KEY (id, place) REFERENCES public.events_here (id, place);

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.events ATTACH PARTITION public.events_here FOR VALUES IN ('here');
