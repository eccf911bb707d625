"""`python -m report_browser.measures FILE`: the measures of any text file, as a table or JSON."""

import sys

from report_browser.cli import main

sys.exit(main("measures"))
