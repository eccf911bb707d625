"""`python -m report_browser.outline FILE`: the outline of any text file, as a table or JSON."""

import sys

from report_browser.cli import main

sys.exit(main("outline"))
