CREATE TYPE kind AS ENUM ('open', 'done');
CREATE TABLE tasks (id integer PRIMARY KEY, state kind DEFAULT 'open', kind text DEFAULT 'a', kinds text[]);
