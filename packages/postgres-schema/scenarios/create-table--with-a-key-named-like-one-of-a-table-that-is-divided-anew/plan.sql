-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.uses DROP CONSTRAINT use;

-- lock: none
CREATE DOMAIN public.code AS integer DEFAULT 2 NOT NULL;

-- lock: none
CREATE SEQUENCE public.a_c0_seq AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.p DETACH PARTITION public.b;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.b;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p;

-- lock: none
CREATE TABLE public.a (
  id integer NOT NULL,
  c0 bigint DEFAULT nextval('public.a_c0_seq'::regclass) NOT NULL,
  c3 public.code,
  CONSTRAINT referred UNIQUE (c3)
);

-- lock: none
ALTER SEQUENCE public.a_c0_seq OWNED BY public.a.c0;

-- lock: none
CREATE TABLE public.p (
  id integer NOT NULL,
  c1 date,
  c3 public.code NOT NULL,
  CONSTRAINT p_pkey PRIMARY KEY (id)
) PARTITION BY LIST (id);

-- lock: access_exclusive
ALTER TABLE public.a ALTER COLUMN c3 SET DEFAULT 2;

-- lock: access_exclusive
ALTER TABLE public.p ALTER COLUMN c3 SET DEFAULT 1;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.uses ADD CONSTRAINT use FOREIGN KEY (id) REFERENCES public.p (id);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.uses DROP CONSTRAINT use;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.a;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p;

-- lock: none
DROP DOMAIN public.code;

-- lock: none
CREATE TABLE public.p (
  id integer NOT NULL,
  c1 date,
  CONSTRAINT p_pkey PRIMARY KEY (id)
) PARTITION BY HASH (id);

-- lock: none
CREATE TABLE public.b PARTITION OF public.p FOR VALUES WITH (modulus 2, remainder 1);

-- lock: none
ALTER TABLE public.p ADD CONSTRAINT referred UNIQUE (id);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.uses ADD CONSTRAINT use FOREIGN KEY (id) REFERENCES public.p (id);
