CREATE TABLE people (a text, b text, c text, d text);
CREATE INDEX one ON people (a DESC);
CREATE INDEX two ON people (b text_pattern_ops);
CREATE INDEX three ON people (c COLLATE "C");
CREATE INDEX four ON people (a, d);
