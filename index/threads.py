"""The matrices of a question are multiplied by one thread, whatever the number of cores.

They are small: of two threads one waits for the other nearly as long as it works, and where another program has the
second core, BLAS waits for its turn at every product.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from threadpoolctl import threadpool_limits

Given = ParamSpec("Given")
Returned = TypeVar("Returned")


def one_thread(function: Callable[Given, Returned]) -> Callable[Given, Returned]:
    """The function, within which BLAS has one thread; outside as many as before."""
    limited: Callable[Given, Returned] = threadpool_limits.wrap(limits=1, user_api="blas")(function)
    return limited
