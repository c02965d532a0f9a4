CREATE TABLE articles (title text NOT NULL);
