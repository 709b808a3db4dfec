-- Figures by the province a portal's home is part of today, so that a series runs on across the mergers of 2025.
SELECT province.today, province.until IS NOT NULL AS merged, indicator_series.*
FROM indicator_series JOIN province
    ON list_contains(list_transform(province.spellings, lambda s: bare(s)), bare(indicator_series.home))
