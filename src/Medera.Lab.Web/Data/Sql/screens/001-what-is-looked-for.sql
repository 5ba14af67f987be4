-- Materials are looked for by the beginning of a code, an article or a supplier's lot, in any case.
CREATE INDEX ix_material_begins_article ON lab.material (lower(article), site_id);
CREATE INDEX ix_material_begins_lot ON lab.material (lower(lot), site_id);
CREATE INDEX ix_material_begins_code ON lab.material (lower(code), site_id);
-- What somebody types for a piece of equipment or a station, in any case.
CREATE INDEX ix_equipment_spoken ON lab.equipment (upper(name), site_id);
CREATE INDEX ix_station_spoken ON lab.station (upper(name), site_id);
-- Containers kept for somebody, found by the patient.
CREATE INDEX ix_container_reserved_patient ON lab.container ((reserved ->> 'Patient'), site_id) WHERE reserved IS NOT NULL;
