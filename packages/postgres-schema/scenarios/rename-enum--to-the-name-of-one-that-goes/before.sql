CREATE TYPE state AS ENUM ('open', 'done');
CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TABLE tasks (id integer PRIMARY KEY, state state DEFAULT 'open', kind kind DEFAULT 'a', kinds kind[]);
CREATE FUNCTION first_kind() RETURNS kind LANGUAGE sql IMMUTABLE AS $$ SELECT 'a'::kind $$;
