CREATE TABLE lines (body text);
