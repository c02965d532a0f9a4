CREATE TABLE cats (id bigint, kind text DEFAULT 'cat', mood text DEFAULT 'calm');
