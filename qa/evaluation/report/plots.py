"""Three plain plots as inline SVG; colours come from the page's style sheet."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np

from qa.evaluation.refusal_metrics import BoolArray, FloatArray, calibration_bins
from qa.evaluation.report.wording import Words

_WIDTH = 420
_ROW = 26
_LABEL = 120
_BOX = (52, 14, 350, 190)  # left, top, width, height of the plotted area


def bars(rows: Sequence[tuple[str, float, int]], title: str) -> str:
    """Horizontal bars of (name, share, count)."""
    span = _WIDTH - _LABEL - 90
    parts = []
    for number, (name, share, count) in enumerate(rows):
        y = number * _ROW + 4
        parts.append(
            f'<text x="{_LABEL - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>'
            f'<rect class="ground" x="{_LABEL}" y="{y}" width="{span}" height="18" rx="3"/>'
            f'<rect class="bar" x="{_LABEL}" y="{y}" width="{span * share:.1f}" height="18" rx="3"/>'
            f'<text x="{_LABEL + span + 8}" y="{y + 14}">{share:.0%} <tspan class="faint">({count})</tspan></text>'
        )
    return _svg("".join(parts), len(rows) * _ROW + 8, title)


def calibration(confidence: FloatArray, answerable: BoolArray, word: Words) -> str:
    """The share answerable at each confidence; on the diagonal it is as sure as it may be. Dots grow with counts."""
    left, top, width, height = _BOX
    parts = [_axes(word("confidence"), word("share_answerable"), ("0", "0.5", "1"), ("0", "0.5", "1"))]
    parts.append(f'<line class="guide" x1="{left}" y1="{top + height}" x2="{left + width}" y2="{top}"/>')
    for mean, share, count in calibration_bins(confidence, answerable):
        x, y = left + width * mean, top + height * (1 - share)
        radius = 3 + 9 * (count / len(confidence)) ** 0.5
        parts.append(
            f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}">'
            f"<title>{mean:.2f} → {share:.2f} ({count})</title></circle>"
        )
    return _svg("".join(parts), top + height + 48, word("calibration"))


def latency(seconds: FloatArray, word: Words) -> str:
    """How many questions took how long."""
    left, top, width, height = _BOX
    longest = float(np.percentile(seconds, 99)) or 1e-3
    counts, _ = np.histogram(np.minimum(seconds, longest), bins=20, range=(0, longest))
    most = max(1, int(counts.max()))
    step = width / len(counts)
    ticks = ("0", f"{longest / 2:.2g}", f"{longest:.2g}")
    parts = [_axes(word("seconds"), word("number_of_questions"), ticks, ("0", str(most)))]
    for number, count in enumerate(counts):
        tall = height * count / most
        parts.append(
            f'<rect class="bar" x="{left + number * step + 1:.1f}" y="{top + height - tall:.1f}" '
            f'width="{step - 2:.1f}" height="{tall:.1f}"/>'
        )
    return _svg("".join(parts), top + height + 48, word("latency"))


def _axes(across: str, up: str, across_ticks: Sequence[str], up_ticks: Sequence[str]) -> str:
    left, top, width, height = _BOX
    bottom = top + height
    parts = [f'<path class="axis" d="M{left} {top}V{bottom}H{left + width}"/>']
    for number, tick in enumerate(across_ticks):
        x = left + width * number / (len(across_ticks) - 1)
        parts.append(f'<text class="faint" x="{x:.0f}" y="{bottom + 18}" text-anchor="middle">{escape(tick)}</text>')
    for number, tick in enumerate(up_ticks):
        y = bottom - height * number / (len(up_ticks) - 1) + 4
        parts.append(f'<text class="faint" x="{left - 6}" y="{y:.0f}" text-anchor="end">{escape(tick)}</text>')
    middle = top + height / 2
    parts.append(f'<text x="{left + width / 2}" y="{bottom + 38}" text-anchor="middle">{escape(across)}</text>')
    parts.append(
        f'<text x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">{escape(up)}</text>'
    )
    return "".join(parts)


def _svg(content: str, height: float, title: str) -> str:
    label = escape(title, quote=True)
    return f'<svg viewBox="0 0 {_WIDTH} {height:.0f}" role="img" aria-label="{label}">{content}</svg>'
