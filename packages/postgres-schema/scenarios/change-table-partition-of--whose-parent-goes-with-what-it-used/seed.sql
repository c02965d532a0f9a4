INSERT INTO cats (id, kind, mood) VALUES (1, 'cat', 'wild'), (2, 'cat', 'calm');
