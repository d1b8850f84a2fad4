"""In CI the same examples every time; `pytest --hypothesis-profile nightly` looks for new ones."""

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None, database=None, max_examples=25)
settings.register_profile("nightly", deadline=None, max_examples=5_000)
settings.load_profile("ci")
