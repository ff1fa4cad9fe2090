"""Which syllabus belongs to which course."""
