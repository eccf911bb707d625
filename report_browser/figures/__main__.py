"""`python -m report_browser.figures FILE`: the figures of any text file, as a table or JSON."""

import sys

from report_browser.cli import main

sys.exit(main("figures"))
