"""The transactional store of judgements."""
