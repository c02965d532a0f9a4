INSERT INTO boxes (w, h) VALUES (2, 3);
