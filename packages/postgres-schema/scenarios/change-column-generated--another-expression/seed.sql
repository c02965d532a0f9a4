INSERT INTO boxes (w) VALUES (3);
