CREATE TABLE people (a text, b text, c text, d text);
CREATE INDEX one ON people (a);
CREATE INDEX two ON people (b);
CREATE INDEX three ON people (c);
CREATE INDEX four ON people (d, a);
