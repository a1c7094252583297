"""The report: one HTML file that holds everything it shows, in Chinese or English."""

from qa.evaluation.report.page import write_report

__all__ = ["write_report"]
