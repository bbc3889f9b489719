#!/usr/bin/env python3
"""Times fascicle, Hugo and Zola on the same workload, and prints how many times longer ours takes.

    peers.py FASCICLE CONTENT [--hugo PATH] [--zola PATH] [--verify]

CONTENT has a folder for each number of periods, `1`, `12` and `200`, as `benches/workload.rs` writes them. README.md
says what is compared.
"""

import argparse
import csv
import html
import json
import os
import re
import resource
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
HUGO = "--quiet --source INPUT --destination OUTPUT"
# How many times a number of periods is built.
RUNS = {1: 31, 12: 15, 200: 7}
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8")


# What the bench writes, read. It is no YAML reader: the form of that content is known.


def fields(text):
    """The plain `key: value` lines of a text, whatever their indent."""
    return dict(re.findall(r"^ *(\w+): (.+)$", text, re.MULTILINE))


def flow(text):
    """The keys of `{ key: value, key: value }`."""
    pairs = re.findall(r'(\w+): ("(?:[^"\\]|\\.)*"|[^,{}]+)', text)
    return {key: json.loads(value) if value.startswith('"') else value.strip() for key, value in pairs}


def indicators(content):
    """Every indicator, by its key."""
    text = (content / "indicators.yaml").read_text(encoding="utf-8")
    groups = fields(text.split("indicators:")[0])
    found = {}
    for block in re.split(r"^  (?=\w+:$)", text.split("indicators:")[1], flags=re.MULTILINE)[1:]:
        key, rest = block.split(":", 1)
        told = fields(rest.split("    figures:")[0])
        found[key] = {
            "title": told["title"],
            "short": told["short"],
            "group": groups[told["group"]],
            "kind": told["kind"],
            "measure": "% " + told["of"],
            "definition": json.loads(told["definition"]),
            "items": [flow(item)["short"] for item in re.findall(r"tipo_\d+: (\{.+\})", rest)],
        }
    return found


def share(file):
    """The observations of a share: rows with a value, Italia the first of them, and the names of those without."""
    head, values = file.read_text(encoding="utf-8").split("values:\n")
    rows, absent = [row("Italia", fields(head)["national"])], []
    rows[0]["national"] = True
    for name, value in re.findall(r"^  ([^:]+): (.+)$", values, re.MULTILINE):
        told = flow(value) if value.startswith("{") else {"value": value}
        if told["value"] == "missing":
            absent.append(name)
        else:
            rows.append(row(name, told["value"], told.get("note", "")))
    return {"rows": rows, "absent": absent, "italia": rows[0]["shown"]}


def row(name, value, note=""):
    shown = value.replace(".", ",") + "%"
    return {"name": name, "number": float(value), "shown": shown, "note": note, "national": False}


def table(file):
    """The observations of a table: `yes`, `no` or `missing` for each territory and item."""
    with file.open(encoding="utf-8", newline="") as lines:
        return {"rows": [{"name": line[0], "cells": line[1:]} for line in list(csv.reader(lines))[1:]]}


def passages(content, name):
    """The slides of a narrative file: one from each heading, and one more from each line of three hyphens."""
    _, head, text = (content / f"narrative/{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    slides, title = [], ""
    for part in re.split(r"^(?=# )|^---\n", re.sub(r"<!--.*?-->", "", text), flags=re.MULTILINE):
        if part.startswith("# "):
            title, part = part[2:].split("\n", 1)
        if part.strip():
            names = sorted(set(re.findall(r"\{\{ (\w+)\.", part)))
            slide = {"kind": "text", "kicker": fields(head)["kicker"], "title": title, "names": names}
            slides.append(slide | {"text": part.replace("> [!NOTE]\n", "").strip()})
    return slides


def outline(content):
    """The steps of the outline, as slides, with an address each. A group is called as its key."""
    slides = []
    for line in re.findall(r"^- (.+)$", (content / "outline.yaml").read_text(encoding="utf-8"), re.MULTILINE):
        kind, _, rest = line.partition(": ")
        match kind:
            case "narrative":
                slides += passages(content, rest)
            case "figure":
                slides.append({"kind": kind, "figure": rest.split("/")[0]})
            case "section":
                slides.append({"kind": kind, "title": rest.capitalize()})
            case _:
                slides.append({"kind": kind, **flow(rest)})
    for number, slide in enumerate(slides, 1):
        slide["id"] = f"{slide['kind']}-{number}"
    return slides


def periods(content):
    """Each period with its data: `edition`, and every figure of the outline by its key."""
    known = indicators(content)
    slides = outline(content)
    figures = [slide["figure"] for slide in slides if slide["kind"] == "figure"]
    for folder in sorted((content / "editions").iterdir()):
        told = fields((folder / "edition.yaml").read_text(encoding="utf-8"))
        event, source = flow(told["event"]), flow(told["sintesi"])
        shown = {"period": folder.name, "source": f"{source['publisher']}, {source['title']}."}
        data = {
            "edition": {
                "period": folder.name,
                "title": told["title"],
                "subtitle": told["subtitle"],
                "event": event["name"],
                "place": event["place"],
                "date": event["date"],
                "note": source["note"],
                "figures": figures,
                "outline": slides,
            }
        }
        for key in figures:
            if known[key]["kind"] == "share":
                read = share(folder / f"observations/{key}.yaml")
            else:
                read = table(folder / f"observations/{key}.table.csv")
            data[key] = known[key] | read | shown
        yield folder.name, data


# The same, written for the others. Their own files are in `hugo/` and `zola/`, and get data, and a page for each file.


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def site_with_data(content, site, skeleton):
    """Each period, when its data are written, with the keys of its figures."""
    shutil.copytree(HERE / skeleton, site)
    for period, data in periods(content):
        for name, value in data.items():
            write(site / f"data/{period}/{name}.json", json.dumps(value, ensure_ascii=False))
        yield period, data["edition"]["figures"]


def hugo_site(content, site):
    for period, figures in site_with_data(content, site, "hugo"):
        write(site / f"content/{period}/_index.md", "")
        write(site / f"content/{period}/slides.md", f'+++\nlayout = "deck"\nurl = "/{period}/slides.html"\n+++\n')
        for name in figures:
            front = f'+++\nlayout = "figure"\nurl = "/{period}/{name}.svg"\n+++\n'
            write(site / f"content/{period}/{name}.md", front)


def zola_site(content, site):
    for period, figures in site_with_data(content, site, "zola"):
        for name in ["_index", "slides", *figures]:
            template = {"_index": "report.html", "slides": "deck.html"}.get(name, "figure.html")
            extra = f'[extra]\nperiod = "{period}"\nfigure = "{name}"\n'
            write(site / f"content/{period}/{name}.md", f'+++\ntemplate = "{template}"\n{extra}+++\n')


class Program:
    """A program, its input made for it, and where it writes."""

    def __init__(self, name, path, home, make, arguments):
        self.name, self.path = name, path
        # The output has a folder of its own: what a program remembers of a build may stand beside it.
        self.input, self.output = home / f"{name}-input", home / f"{name}-output/site"
        self.make, self.arguments = make, arguments

    def prepare(self, content):
        shutil.rmtree(self.input, ignore_errors=True)
        self.make(content, self.input)

    def build(self, fresh=True):
        """Seconds of a whole run, and the most memory it had, in MiB. The clock starts when the last output is gone."""
        if fresh:
            shutil.rmtree(self.output.parent, ignore_errors=True)
            self.output.parent.mkdir()
        folders = {"INPUT": self.input, "OUTPUT": self.output}
        return run([self.path, *(folders.get(word, word) for word in self.arguments.split())])

    def written(self):
        """How many files are in the output, and their megabytes."""
        sizes = [file.stat().st_size for file in self.output.rglob("*") if file.is_file()]
        return len(sizes), sum(sizes) / 1e6


def run(command):
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=ENVIRONMENT)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            said.seek(0)
            sys.exit(f"This command failed: {shlex.join(map(str, command))}\n{said.read().decode(errors='replace')}")
    return seconds, usage.ru_maxrss / 1024


# The 22 values of a figure, as each program drew them: name, rank and printed value, in the order of the file.


def expected(data):
    numbers = [row["number"] for row in data["rows"] if not row["national"]]
    rows = sorted(data["rows"], key=lambda row: -row["number"])
    ranks = ["" if row["national"] else str(1 + sum(number > row["number"] for number in numbers)) for row in rows]
    return [(row["name"], rank, row["shown"]) for row, rank in zip(rows, ranks)] + without_value(data["absent"])


def without_value(names):
    return [(name, "", "n.d.") for name in names if name]


def drawn_by_us(svg):
    groups = re.findall(r'<g class="(\w+)"[^>]*>(.*?)</g>', svg, re.DOTALL)
    words = {name: re.findall(r"<text[^>]*>([^<]*)</text>", body) for name, body in groups}
    names = [name.rstrip("*†‡§") for name in words["labels"]]
    found = list(zip(names, words["ranks"], words["values"], strict=True))
    name, value = words["national"]
    absent = ", ".join(words.get("absent", [])[1:])
    return found + [(name, "", value)] + without_value(absent.split(", "))


def drawn_by_others(svg):
    rank, text = r'(?:class="rank"[^>]*>(\d+)</text>)?', r'<text class="{}"[^>]*>([^<*]*)\*?</text>'
    found = re.findall(rank + text.format("name") + text.format("value"), svg)
    absent = re.search(r'class="absent"[^>]*>n\.d\. ([^<]*)', svg)
    return [(name, rank, value) for rank, name, value in found] + without_value(absent[1].split(", ") if absent else [])


FIGURE = {"fascicle": "figures/{0}/{0}.svg", "zola": "{0}/index.html"}


def verify(programs, content):
    """Builds once with each program and compares the bars of the newest period with the content."""
    period, data = list(periods(content))[-1]
    bars = [key for key in data["edition"]["figures"] if data[key]["kind"] == "share"]
    wrong = 0
    for program in programs:
        program.prepare(content)
        program.build()
        read = drawn_by_us if program.name == "fascicle" else drawn_by_others
        for key in bars:
            file = program.output / period / FIGURE.get(program.name, "{0}.svg").format(key)
            wanted, found = expected(data[key]), read(html.unescape(file.read_text(encoding="utf-8")))
            for line in sorted(set(wanted) ^ set(found)):
                wrong += 1
                place = "content" if line in wanted else "figure"
                print(f"{program.name}, {key}: {' '.join(line)} is only in the {place}.")
            # Equal values may stand in any order, and in ours Italia has a place of its own in the file.
            if [rank for _, rank, _ in wanted if rank] != [rank for _, rank, _ in found if rank]:
                wrong += 1
                print(f"{program.name}, {key}: the bars do not go from the highest to the lowest.")
        print(f"{program.name}: {len(bars)} figures of {len(wanted)} values were compared with {period}.")
    sys.exit("Some values differ." if wrong else 0)


# The measurements.


def compare(programs, content, runs):
    """The times of whole runs, and the most memory. The programs take turns, so that a slow moment is everybody's."""
    for program in programs:
        program.prepare(content)
        program.build()
    seconds, memory = {program: [] for program in programs}, dict.fromkeys(programs, 0)
    for _ in range(runs):
        for program in programs:
            second, most = program.build()
            seconds[program].append(second)
            memory[program] = max(memory[program], most)
    return seconds, memory


def again(ours, runs):
    """What ours takes where its output stands already, and what a check takes."""
    file = sorted((ours.input / "editions").iterdir())[-1] / "observations/quota_1.yaml"
    text = file.read_text(encoding="utf-8")
    at = re.search(r"^  [^:]+: [\d.]*(\d)$", text, re.MULTILINE).start(1)
    changed = text[:at] + ("8" if text[at] == "9" else str(int(text[at]) + 1)) + text[at + 1 :]
    ours.build()
    unchanged, one, check = [], [], []
    for _ in range(runs):
        unchanged.append(ours.build(fresh=False)[0])
        for now in (changed, text):
            file.write_text(now, encoding="utf-8")
            one.append(ours.build(fresh=False)[0])
        check.append(run([ours.path, "check", "--quiet", "--content", ours.input])[0])
    for what, taken in (("nothing changed", unchanged), ("one value changed", one), ("check", check)):
        print(f"{what:>20}: {milliseconds(statistics.median(taken))}")


def milliseconds(seconds):
    return f"{seconds * 1e3:.1f} ms"


def mebibytes(memory):
    """A child begins as a copy of this program: less than this program has cannot be told."""
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{memory:.1f} MiB" if memory > floor else f"below {floor:.1f} MiB"


def measure(programs, contents, asked_runs):
    line = "{:>7} {:>5}  {:<11} {:>11} {:>12} {:>9} {:>7} {:>8} {:>16}"
    print(line.format("periods", "runs", "program", "median", "fastest", "ours over", "files", "MB", "most memory"))
    for count, content in contents:
        runs = asked_runs or RUNS.get(count, 7)
        seconds, memory = compare(programs, content, runs)
        middle = {program: statistics.median(seconds[program]) for program in programs}
        for program in programs:
            files, megabytes = program.written()
            times = milliseconds(middle[program]), milliseconds(min(seconds[program]))
            ratio = f"{middle[programs[0]] / middle[program]:.3f}" if program != programs[0] else ""
            most = mebibytes(memory[program])
            print(line.format(count, runs, program.name, *times, ratio, files, f"{megabytes:.1f}", most), flush=True)
    print(f"\nfascicle again, with the periods of the last content, {count}:")
    again(programs[0], runs)


def main():
    parser = argparse.ArgumentParser(description="Times fascicle, Hugo and Zola on the same workload.")
    add = parser.add_argument
    add("fascicle", help="the program to time")
    add("content", type=Path, help="the folder with the contents, each called as its number of periods")
    add("--hugo", default="hugo", metavar="PATH", help="`hugo` of the search path when absent")
    add("--zola", default="zola", metavar="PATH", help="`zola` of the search path when absent")
    add("--write", metavar="COMMAND", help="writes contents that are absent, given a folder and a number")
    add("--periods", default="1,12,200", metavar="N,N", help="which contents to build, from the smallest")
    add("--runs", type=int, metavar="N", help="how many runs of each; 31, 15 and 7 when absent")
    add("--verify", action="store_true", help="time nothing: compare the values in the figures with the content")
    asked = parser.parse_args()

    contents = [(int(count), asked.content / count) for count in asked.periods.split(",")]
    for count, content in contents:
        if not content.is_dir():
            if not asked.write:
                sys.exit(f"There is no content in {content}; README.md says how it is written.")
            subprocess.run([*shlex.split(asked.write), content.resolve(), str(count)], check=True)

    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="fascicle-peers-", dir=memory if memory.is_dir() else None) as home:
        programs = []
        for name, path, make, arguments in (
            ("fascicle", asked.fascicle, shutil.copytree, "build --quiet --content INPUT --output OUTPUT"),
            ("hugo", asked.hugo, hugo_site, HUGO),
            ("hugo-keeps", asked.hugo, hugo_site, f"{HUGO} --config hugo.toml,keeps.toml"),
            ("zola", asked.zola, zola_site, "--root INPUT build --output-dir OUTPUT"),
        ):
            if found := shutil.which(path):
                programs.append(Program(name, os.path.abspath(found), Path(home), make, arguments))
            elif name == "fascicle":
                sys.exit(f"There is no program {path}.")
            else:
                print(f"{name} is left out: there is no program {path}.")
        verify(programs, contents[0][1]) if asked.verify else measure(programs, contents, asked.runs)


if __name__ == "__main__":
    main()
