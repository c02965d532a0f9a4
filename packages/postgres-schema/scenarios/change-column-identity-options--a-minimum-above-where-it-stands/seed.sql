INSERT INTO tickets (name) VALUES ('first');
