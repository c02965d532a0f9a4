INSERT INTO cats VALUES ('cat', 7, 'calm');
