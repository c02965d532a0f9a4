CREATE TABLE people (id integer NOT NULL, country text) PARTITION BY LIST (country);
CREATE TABLE people_eu PARTITION OF people FOR VALUES IN ('de', 'fr');
CREATE TABLE people_unknown PARTITION OF people FOR VALUES IN (NULL);
