-- before to after

-- lock: none
CREATE TABLE public.people (
  id integer NOT NULL,
  country text
) PARTITION BY LIST (country);

-- lock: none
CREATE TABLE public.people_eu PARTITION OF public.people FOR VALUES IN ('de', 'fr');

-- lock: none
CREATE TABLE public.people_unknown PARTITION OF public.people FOR VALUES IN (NULL);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.people_eu;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.people_unknown;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.people;
