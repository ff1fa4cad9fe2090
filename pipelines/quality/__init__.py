"""What a build says of its data: the report, the comparison of two snapshots, rules that must hold."""
