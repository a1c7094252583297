"""Figures and things side by side: rows, clauses worded alike, differences."""
