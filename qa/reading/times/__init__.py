"""When: dates with their bounds, periods, weekdays, the year that a figure is told of."""
