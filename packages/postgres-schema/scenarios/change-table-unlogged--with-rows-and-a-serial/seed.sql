INSERT INTO sessions (token) VALUES ('a'), ('b');
