#!/usr/bin/env python3
"""Time of a full report of one country in each format, as ratios against what an office would otherwise run on the same report.

    cargo build --release && python3 benches/formats.py

Needs pandoc (`pip install pypandoc-binary` brings one) and openpyxl. Prints times and ratios; asserts nothing.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

BINARY = pathlib.Path("target/release/gapcheck").resolve()
COUNTRY = "examples/germany/germany.yaml"
CALL = [str(BINARY), "assess", COUNTRY, "--form", "full"]
RUNS = 15
# Format, and what is run instead: pandoc makes the document from our Markdown, and openpyxl writes the rows of our JSON with a bold head.
FORMATS = {"txt": None, "md": None, "html": "pandoc", "docx": "pandoc", "typ": "pandoc", "xlsx": "openpyxl", "csv": "csv", "json": None}
ROWS = """
import csv, json, sys
report = json.load(open(sys.argv[1], encoding="utf-8"))
rows = [["Article", "Subject", "Verdict", "Low", "High", "Element", "Found", "Low", "High", "Sections"]]
for checklist in report["checklists"]:
    for one in checklist["requirements"]:
        score = one["score"] or {"low": None, "high": None}
        for element in one["elements"]:
            rows.append([one["cite"], one["title"], one["verdict"], score["low"], score["high"], element["id"], element["verdict"],
                         element["low"], element["high"], ", ".join(element["sections"])])
"""
OPENPYXL = ROWS + """
import openpyxl
from openpyxl.styles import Font
book = openpyxl.Workbook()
sheet = book.active
for row in rows: sheet.append(row)
for cell in sheet[1]: cell.font = Font(bold=True)
sheet.freeze_panes, sheet.auto_filter.ref = "B2", sheet.dimensions
book.save(sys.argv[2])
"""
CSV = ROWS + "csv.writer(open(sys.argv[2], 'w', encoding='utf-8-sig', newline='')).writerows(rows)\n"


def best(command, runs=RUNS):
    """The best wall time of several runs, in milliseconds."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - begin) * 1000)
    return min(times)


def find_pandoc():
    """The pandoc on PATH, or the one that a Python package brings."""
    if found := shutil.which("pandoc"):
        return found
    import pypandoc

    return pypandoc.get_pandoc_path()


def main():
    pandoc = find_pandoc()
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder)
        for ending in ("md", "json"):
            subprocess.run([*CALL, "--output", str(made / f"report.{ending}")], check=True, capture_output=True)
        facts = str(made / "report.json")
        requirements = sum(len(one["requirements"]) for one in json.loads(pathlib.Path(facts).read_text(encoding="utf-8"))["checklists"])
        print(f"{COUNTRY}, full report, {requirements} requirements, best of {RUNS} runs\n")
        print(f"{'format':8} {'gapcheck':>10} {'size':>9}   {'instead':24} {'ratio':>7}")
        ours_in_all = theirs_in_all = 0.0
        for ending, other in FORMATS.items():
            target = made / f"ours.{ending}"
            ours = best([*CALL, "--output", str(target)])
            ours_in_all += ours
            theirs = None
            result = str(made / f"theirs.{ending}")
            if other == "pandoc":
                to = ["--to", "typst"] if ending == "typ" else []
                theirs = best([pandoc, str(made / "report.md"), "--standalone", "--toc", *to, "--output", result], 3)
            elif other is not None:
                theirs = best([sys.executable, "-c", OPENPYXL if other == "openpyxl" else CSV, facts, result], 3)
            instead = f"{other} {theirs:.0f} ms" if theirs else "–"
            ratio = f"{theirs / ours:.1f} x" if theirs else "–"
            theirs_in_all += theirs or 0.0
            print(f"{ending:8} {ours:7.1f} ms {target.stat().st_size / 1024:6.0f} kB   {instead:24} {ratio:>7}")
        print(f"\nall {len(FORMATS)} formats, one run each: {ours_in_all:.0f} ms; what is run instead for five of them: {theirs_in_all:.0f} ms")


main()
