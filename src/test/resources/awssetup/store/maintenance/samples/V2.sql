-- A round that was dropped, and the current one.
INSERT INTO invitations (
  setup_id, round, reviewed_account_id, start_month, month_moved, source_name, reviewed_by, reviewed_at, dropped_at)
VALUES (
  'ACME000000000000', 1, '210987654321', '2026-12', 0, 'Acme', 'U0SECOND', 1796115600019, 1796115600020);

INSERT INTO invitations (
  setup_id, round, reviewed_account_id, start_month, month_moved, source_name, notes, reviewed_by, reviewed_at,
  attempted_at, handshake_id, transfer_id, sent_at, expires_at, starts_at, found, status, status_at,
  refusal_exception, refusal_reason, refusal_message, refusal_request_id, refused_at,
  trouble_since, trouble_attempts, trouble_told, retry_at, cancel_asked_at)
VALUES (
  'ACME000000000000', 2, '012345678901', '2027-01', 1, 'Acme (ACME000000000000)', 'see PO-4711', 'U0ENGINEER',
  1796115600021, 1796115600022, 'h-1234567890abcdef', 'rt-12345678', 1796115600023, 1796115600024, 1796115600025, 1,
  'REQUESTED', 1796115600026, 'HandshakeConstraintViolationException', 'PAYMENT_INSTRUMENT_REQUIRED',
  'no valid payment', '6f1c', 1796115600027, 1796115600028, 3, 1, 1796115600029, 1796115600030);
