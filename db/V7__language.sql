-- The language that a setup's channel reads.

ALTER TABLE setups ADD COLUMN language TEXT NOT NULL DEFAULT 'en'
  CHECK (language IN ('en', 'de', 'es'));
