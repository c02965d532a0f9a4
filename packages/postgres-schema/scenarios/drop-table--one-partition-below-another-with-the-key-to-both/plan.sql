-- before to after

-- lock: access_exclusive; hazards: deletes_data, locks_other_table
DROP TABLE public.notes;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events_2025 DETACH PARTITION public.events_2025_2;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_2025_2;

-- after to before

-- lock: access_exclusive
CREATE TABLE public.events_2025_2 PARTITION OF public.events_2025 FOR VALUES IN (2);

-- lock: none
CREATE TABLE public.notes (
  event integer,
  day date
);

-- lock: share_row_exclusive; hazards: locks_other_table
ALTER TABLE public.notes ADD CONSTRAINT notes_event_day_fkey FOREIGN KEY (event, day) REFERENCES public.events (id, day);
