"""Table files that people hand in (CSV, workbooks) as text cells: strict, limited, nothing guessed."""
