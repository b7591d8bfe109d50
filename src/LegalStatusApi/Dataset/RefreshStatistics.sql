-- Let the planner know what the publication changed.
select refresh_statistics()
