INSERT INTO accounts VALUES (1, 'Ann@Example.org');
