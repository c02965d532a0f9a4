CREATE TABLE people (id integer PRIMARY KEY);
COMMENT ON TABLE people IS E'it''s a "test"\\ with\nlines\tand $$dollars$$ -- ; DROP SCHEMA public CASCADE; 日本語';
