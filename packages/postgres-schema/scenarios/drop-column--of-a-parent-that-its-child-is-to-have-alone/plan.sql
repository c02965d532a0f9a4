-- before to after

-- lock: access_exclusive
DROP INDEX public.letters_mood;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.entries DROP COLUMN mood;

-- lock: access_exclusive
ALTER TABLE public.letters ADD COLUMN mood public.mood;

-- lock: share; hazards: blocks_writes
CREATE INDEX letters_mood ON public.letters (mood DESC);

-- after to before

-- lock: access_exclusive
DROP INDEX public.letters_mood;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.letters DROP COLUMN mood;

-- lock: access_exclusive
ALTER TABLE public.entries ADD COLUMN mood public.mood DEFAULT 'bad'::public.mood NOT NULL;

-- lock: share; hazards: blocks_writes
CREATE INDEX letters_mood ON public.letters (mood DESC);
