"""The language server: findings where a text is written, in any editor that speaks the Language Server Protocol."""
