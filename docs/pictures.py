"""The pictures of the report in this folder: `make pictures` gives the report's path."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent
# name -> width, height, colours, medium, and pixels a point
PICTURES = {
    "report": (1200, 1180, "light", "screen", 1),
    "report-dark": (1200, 1180, "dark", "screen", 1),
    "report-phone": (390, 844, "light", "screen", 2),
    "report-print": (794, 1123, "light", "print", 1),
}


def main(report: Path) -> None:
    """Write each picture anew."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for name, (width, height, colours, medium, scale) in PICTURES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=colours, device_scale_factor=scale, bypass_csp=True
            )
            page = context.new_page()
            page.emulate_media(media=medium)
            page.goto(report.resolve().as_uri())
            if medium == "print":
                page.add_style_tag(content="body { margin: 18mm }")  # a printer's own
            page.screenshot(path=FOLDER / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
