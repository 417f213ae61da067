#!/usr/bin/env python3
"""Speed of gapcheck as ratios against what a user would otherwise run.

    cargo build --release && python3 benches/compare.py

Needs PyYAML (with its C loader, if it is there). Prints times, peak memory and ratios; asserts nothing.
"""

import pathlib
import resource
import subprocess
import sys
import tempfile
import time

BINARY = pathlib.Path("target/release/gapcheck").resolve()
PARSE = "import sys, yaml; L = getattr(yaml, 'CSafeLoader', yaml.SafeLoader); [yaml.load(open(p, encoding='utf-8'), Loader=L) for p in sys.argv[1:]]"


def best(command, runs):
    """The best wall time of several runs, in milliseconds."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - begin) * 1000)
    return min(times)


def peak(command):
    """The peak memory of one run, in megabytes."""
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    out = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    return int(out.stdout) / 1024


def large(size):
    """A legislation file of about `size` bytes."""
    lines = ["gapcheck: legislation/1", "country: { code: XAL, name: Alphaland }", "as-at: 2026-06-30", "status: fictional", "laws:"]
    length, law = 0, 0
    while length < size:
        block = [
            f"  - id: law-{law}",
            f"    title: Computer Crimes Act {law}",
            "    status: in-force",
            "    in-force: 2016-09-01",
            "    source: { publication: Gazette No. 45 }",
            "    sections:",
        ]
        for section in range(100):
            block += [
                f"      - ref: s. {section}",
                "        heading: Unauthorised access to a computer",
                "        values: { max-imprisonment: 5 years }",
                "        covers:",
                "          - model: illegal-access",
                "            met: [access, without-right]",
                "            partly: { whole-or-part: only servers are covered by this section }",
                "            quote: Any person who intentionally and without right gains access to a computer system commits an offence",
                "            note: See the explanatory memorandum to the bill, part two.",
            ]
        lines += block
        length += sum(len(line) + 1 for line in block)
        law += 1
    return "\n".join(lines) + "\n"


def row(name, ours, theirs, note=""):
    print(f"{name:44} {ours:8.1f} ms  {theirs:9.1f} ms  {theirs / ours:6.1f} x  {note}")


def main():
    print(f"{'':44} {'gapcheck':>11}  {'PyYAML':>12}  {'ratio':>8}")
    country = "examples/germany/germany.yaml"
    assess = [str(BINARY), "assess", country, "--checklist", "budapest", "--checklist", "un-cybercrime"]
    files = [country, "checklists/budapest.yaml", "checklists/un-cybercrime.yaml", *map(str, sorted(pathlib.Path("checklists/model").glob("*.yaml")))]
    parse = [sys.executable, "-c", PARSE]
    row("one country, both checklists, cold start", best(assess, 20), best([*parse, *files], 3), "against parsing the same files")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "large.yaml")
        path.write_text(large(10_000_000), encoding="utf-8")
        megabytes = path.stat().st_size / 1e6
        assess = [str(BINARY), "assess", str(path)]
        row(f"a legislation file of {megabytes:.0f} MB", best(assess, 3), best([*parse, str(path)], 1), "against parsing the same file")
        memory = peak(assess)
        print(f"{'peak memory on it':44} {memory:8.1f} MB  {memory * 1.048576 / megabytes:.1f} times the input")


main()
