INSERT INTO users VALUES (1);
INSERT INTO new_users VALUES (2, 'x');
