"""The shape of each file of a language pack: one module and one pydantic model a file, none of it about one language."""
