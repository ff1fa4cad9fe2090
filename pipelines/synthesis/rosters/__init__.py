"""The seeded generator of whole cohorts, as schools' rosters in the central database's research form."""
