"""The seeded generator of what schools upload: spreadsheets, transfer files, and lists in old encodings."""
