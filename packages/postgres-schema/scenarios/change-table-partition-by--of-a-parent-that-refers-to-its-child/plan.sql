-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.p DROP CONSTRAINT reference;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.a;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p;

-- lock: none
CREATE TABLE public.p (
  id integer,
  c3 numeric
) PARTITION BY RANGE (id);

-- lock: none
CREATE TABLE public.a PARTITION OF public.p FOR VALUES FROM (0) TO (1);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.a;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p;

-- lock: none
CREATE TABLE public.p (
  id integer,
  c3 numeric
);

-- lock: none
CREATE TABLE public.a (
  c0 text,
  CONSTRAINT referred UNIQUE (c3)
) INHERITS (public.p);

-- lock: none
ALTER TABLE public.p ADD CONSTRAINT reference FOREIGN KEY (c3) REFERENCES public.a (c3);
