INSERT INTO companies (name) VALUES ('a'), ('b');
