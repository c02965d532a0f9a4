-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.p DROP CONSTRAINT reference;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.a;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p;

-- after to before

-- lock: none
CREATE TABLE public.p (
  id integer NOT NULL,
  CONSTRAINT referred UNIQUE (id)
) PARTITION BY HASH (id);

-- lock: none
CREATE TABLE public.a PARTITION OF public.p FOR VALUES WITH (modulus 2, remainder 0);

-- lock: none
ALTER TABLE public.p ADD CONSTRAINT reference FOREIGN KEY (id) REFERENCES public.p (id);
