#!/usr/bin/env python3
"""Speed of `gapcheck compare` on generated countries, beside a Python script that only parses the same files.

    cargo build --release && python3 benches/countries.py            # the figures of benches/README.md
    python3 benches/countries.py --write FOLDER --countries 200      # only write the countries

The countries depend on their number alone: the same call gives the same files on every machine. Needs PyYAML with its C
loader, and refuses to compare with the slow one.
"""

import argparse
import filecmp
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import yaml

BINARY = pathlib.Path("target/release/gapcheck").resolve()
INSTRUMENTS = ["budapest", "un-cybercrime", "malabo", "arab-league", "safeguards"]
REGIONS = ["Africa", "Americas", "Arab States", "Asia", "Europe", "Pacific"]
PARSE = "import sys, yaml; [yaml.load(open(p, encoding='utf-8'), Loader=yaml.CSafeLoader) for p in open(sys.argv[1]).read().split()]"


def catalogue():
    """Every model provision that can be annotated, with its elements: those with a test apart, and those by name only."""
    provisions = []
    for path in sorted(pathlib.Path("checklists/model").glob("*.yaml")):
        for one in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader).get("provisions", []):
            elements = [element["id"] for element in one.get("elements", []) if "test" not in element]
            if elements:
                provisions.append((one["id"], elements))
    return provisions


def asked(provisions):
    """The model provisions that the five instruments ask for."""
    wanted = set()
    for instrument in INSTRUMENTS:
        data = yaml.load(pathlib.Path(f"checklists/{instrument}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for chapter in data["chapters"]:
            wanted.update(one["model"] for one in chapter["requirements"])
    return [one for one in provisions if one[0] in wanted]


def country(number, provisions):
    """A country as a careful drafter would annotate it: most ideas found in some section, some absent, some not looked at."""
    dice = random.Random(number)
    code = "X" + chr(65 + number // 26 % 26) + chr(65 + number % 26)
    lines = [
        "gapcheck: legislation/1",
        f"country: {{ code: {code}, name: Country {number}, region: {dice.choice(REGIONS)} }}",
        "as-at: 2026-06-30",
        "status: fictional",
        "treaties:",
        f"  budapest: {{ status: {dice.choice(['party', 'signatory', 'none'])} }}",
        "laws:",
    ]
    absent = []
    law = 0
    for start in range(0, len(provisions), 20):
        law += 1
        status = dice.choice(["in-force", "in-force", "in-force", "bill"])
        lines += [
            f"  - id: law-{law}",
            f"    title: Cybercrime Act {law}",
            f"    number: Act No. {number} of 20{10 + law}",
            "    kind: statute",
            "    language: en",
            f"    status: {status}",
            "    in-force: 2016-09-01" if status == "in-force" else "    enacted: 2026-01-01",
            f"    source: {{ publication: Gazette No. {number}, consulted: 2026-06-01 }}",
            "    sections:",
        ]
        for place, (model, elements) in enumerate(provisions[start : start + 20]):
            choice = dice.random()
            if choice < 0.15:
                absent.append(f"  - {{ model: {model}, searched: [law-{law}], reason: Nothing of the kind was found. }}")
            if choice < 0.3:
                model = None
            lines += [f"      - ref: s. {place + 1}", f"        heading: Section {place + 1} of the act"]
            if model is None:
                continue
            found = [element for element in elements if dice.random() < 0.85]
            partly = [element for element in found if dice.random() < 0.15]
            unmet = [element for element in found if element not in partly and dice.random() < 0.12]
            met = [element for element in found if element not in partly and element not in unmet]
            lines += ["        values: { max-imprisonment: 3 years }", "        covers:", f"          - model: {model}"]
            if met:
                lines.append(f"            met: [{', '.join(met)}]")
            if partly:
                lines.append("            partly: { " + ", ".join(f"{one}: only in some cases" for one in partly) + " }")
            if unmet:
                lines.append("            unmet: { " + ", ".join(f"{one}: not in the words of the section" for one in unmet) + " }")
            lines += [
                "            quote: Any person who intentionally and without right does what this section describes commits an offence",
                "            note: See the explanatory memorandum to the bill, part two.",
                "            by: { assessed: A. Drafter, assessed-on: 2026-06-02, confidence: high }",
            ]
    if absent:
        lines += ["absent:", *absent]
    return "\n".join(lines) + "\n"


def write(folder, countries):
    provisions = asked(catalogue())
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for number in range(countries):
        text = country(number, provisions)
        size += len(text)
        (folder / f"{number:05}.yaml").write_text(text, encoding="utf-8")
    return size


def run(command, runs=1):
    """The best wall time and the least processor time in seconds, and the peak memory in megabytes."""
    code = (
        "import resource, subprocess, sys;"
        "ended = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(ended.returncode, used.ru_maxrss, used.ru_utime + used.ru_stime)"
    )
    best, least, peak = None, None, 0
    for _ in range(runs):
        begin = time.perf_counter()
        out = subprocess.run([sys.executable, "-c", code, *map(str, command)], capture_output=True, text=True, check=True)
        spent = time.perf_counter() - begin
        ended, memory, used = out.stdout.split()
        if ended != "0":
            sys.exit(f"{command} ended with {ended}")
        best = spent if best is None else min(best, spent)
        least = float(used) if least is None else min(least, float(used))
        peak = max(peak, int(memory) / 1024)
    return best, least, peak


def instruments(number):
    return [word for name in INSTRUMENTS[:number] for word in ("-c", name)]


def row(what, ours, theirs):
    """Wall time and processor time of both; the machine may be doing other things, which the second does not feel."""
    print(f"{what:42} {ours[0]:7.2f} {ours[1]:7.2f} {ours[2]:7.0f} MB {theirs[0]:9.2f} {theirs[1]:7.2f} {theirs[0] / ours[0]:7.1f} x", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", type=pathlib.Path)
    parser.add_argument("--countries", type=int, default=200)
    parser.add_argument("--large", type=int, nargs="*", default=[1250, 2500, 5000, 10000])
    arguments = parser.parse_args()
    if arguments.write:
        print(f"{write(arguments.write, arguments.countries)} bytes")
        return
    yaml.CSafeLoader  # without the C loader this is the end
    with tempfile.TemporaryDirectory() as temporary:
        temporary = pathlib.Path(temporary)
        small = temporary / "small"
        size = write(small, arguments.countries)
        files = temporary / "files"
        files.write_text("\n".join(map(str, sorted(small.glob("*.yaml")))))
        print(f"{arguments.countries} countries, {size / 1e6:.1f} MB of YAML, {size / arguments.countries / 1e3:.0f} kB each")
        print(f"{'seconds':42} {'wall':>7} {'CPU':>7} {'peak':>10} {'PyYAML':>9} {'CPU':>7} {'ratio':>9}")
        parse = run([sys.executable, "-c", PARSE, files], 3)
        for what, options in [
            ("5 instruments, wide, for the screen", []),
            ("5 instruments, all options, Markdown", ["--rank", "--sensitivity", "--format", "markdown"]),
            ("5 instruments, CSV", ["--format", "csv"]),
            ("5 instruments, JSON", ["--format", "json"]),
        ]:
            row(what, run([BINARY, "compare", small, *instruments(5), *options], 5), parse)
        same(temporary, small, arguments.countries)
        shutil.rmtree(small)
        print("\nGrowth, for the screen")
        print(f"{'':42} {'wall':>7} {'CPU':>7} {'peak':>10} {'CPU a country':>16} {'memory a country':>18}")
        for countries in arguments.large:
            folder = temporary / "large"
            write(folder, countries)
            for number in (1, 5):
                wall, used, peak = run([BINARY, "compare", folder, *instruments(number)])
                what = f"{countries} countries, {number} of the instruments"
                each = f"{used / countries * 1e3:13.2f} ms {peak / countries * 1e3:15.0f} kB"
                print(f"{what:42} {wall:7.2f} {used:7.2f} {peak:7.0f} MB {each}", flush=True)
            shutil.rmtree(folder)


def same(temporary, small, countries):
    """Two runs, and a run on the same countries under names in another order, give the same bytes."""
    shuffled = temporary / "shuffled"
    shuffled.mkdir()
    numbers = list(range(countries))
    random.Random(1).shuffle(numbers)
    for number, other in enumerate(numbers):
        shutil.copy(small / f"{number:05}.yaml", shuffled / f"{other:05}.yaml")
    outputs = [temporary / name for name in ("one.json", "two.json", "three.json")]
    for folder, output in zip([small, small, shuffled], outputs):
        subprocess.run([BINARY, "compare", folder, *instruments(5), "--output", output], stderr=subprocess.DEVNULL, check=True)
    alike = all(filecmp.cmp(outputs[0], other, shallow=False) for other in outputs[1:])
    print("two runs, and a run on shuffled files: " + ("the same bytes" if alike else "DIFFERENT"))
    if not alike:
        sys.exit(1)


main()
