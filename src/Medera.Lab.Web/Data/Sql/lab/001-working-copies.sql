-- Drafts, selections and the running count of refusals are working copies: they alone may be deleted.
GRANT DELETE ON lab.selection, lab.draft TO lab_app;

-- Containers kept for a plan, found by the plan.
CREATE INDEX ix_container_reserved_plan ON lab.container ((reserved ->> 'Plan')) WHERE reserved IS NOT NULL;
