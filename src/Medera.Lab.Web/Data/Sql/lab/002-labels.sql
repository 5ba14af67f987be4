-- Batches whose labels are printed and not reconciled: what the print queue shows.
CREATE INDEX ix_batch_labels_open ON lab.batch (number) WHERE labels ->> 'Open' = 'true';
