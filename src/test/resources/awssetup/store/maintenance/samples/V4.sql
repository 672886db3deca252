-- One message that was posted, one that is owed.
INSERT INTO messages VALUES (
  'ACME000000000000', 'card', 1, 1, 'CARD', NULL, 1796115600002, 1796115600003, '1796115600.000100', 'f1', NULL);
INSERT INTO messages VALUES (
  'ACME000000000000', 'reminder', 3, 2, 'details', '7', 1796115600031, NULL, NULL, NULL, NULL);
