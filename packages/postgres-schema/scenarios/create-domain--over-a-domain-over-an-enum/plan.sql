-- before to after

-- lock: none
CREATE TYPE public.grade AS ENUM ('a', 'b', 'c', 'f');

-- lock: none
CREATE DOMAIN public.passed AS public.grade CONSTRAINT passed_check CHECK ((VALUE <> 'f'::public.grade));

-- lock: none
CREATE DOMAIN public.good AS public.passed CONSTRAINT good_check CHECK (((VALUE)::public.grade <= 'b'::public.grade));

-- lock: none
CREATE TABLE public.exams (
  id integer NOT NULL,
  result public.good,
  CONSTRAINT exams_pkey PRIMARY KEY (id)
);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.exams;

-- lock: none
DROP DOMAIN public.good;

-- lock: none
DROP DOMAIN public.passed;

-- lock: none
DROP TYPE public.grade;
