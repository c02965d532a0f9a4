-- before to after

-- lock: access_exclusive
DROP INDEX public.four;

-- lock: access_exclusive
DROP INDEX public.one;

-- lock: access_exclusive
DROP INDEX public.three;

-- lock: access_exclusive
DROP INDEX public.two;

-- lock: share; hazards: blocks_writes
CREATE INDEX four ON public.people (a, d);

-- lock: share; hazards: blocks_writes
CREATE INDEX one ON public.people (a DESC);

-- lock: share; hazards: blocks_writes
CREATE INDEX three ON public.people (c COLLATE "C");

-- lock: share; hazards: blocks_writes
CREATE INDEX two ON public.people (b text_pattern_ops);

-- after to before

-- lock: access_exclusive
DROP INDEX public.four;

-- lock: access_exclusive
DROP INDEX public.one;

-- lock: access_exclusive
DROP INDEX public.three;

-- lock: access_exclusive
DROP INDEX public.two;

-- lock: share; hazards: blocks_writes
CREATE INDEX four ON public.people (d, a);

-- lock: share; hazards: blocks_writes
CREATE INDEX one ON public.people (a);

-- lock: share; hazards: blocks_writes
CREATE INDEX three ON public.people (c);

-- lock: share; hazards: blocks_writes
CREATE INDEX two ON public.people (b);
