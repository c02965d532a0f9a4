INSERT INTO users VALUES (1, 'a');
INSERT INTO posts VALUES ('a');
