"""Grade, student and activity rosters of the schools: every physical form into tables of one shape."""
