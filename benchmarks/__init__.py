"""How well and how fast figures are read: `score` and `speed`; README.md says what they measure."""
