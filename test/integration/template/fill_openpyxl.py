"""Fills inputs of a template with openpyxl, as a script of an establishment would: fill_openpyxl.py IN OUT < inputs.json"""

import datetime
import json
import sys

import openpyxl


def named(book, name):
    [(sheet, cell)] = book.defined_names[name].destinations
    return book[sheet][cell.replace("$", "")]


def target(book, entry):
    if "name" in entry:
        return named(book, entry["name"])
    heading = named(book, entry["table"])
    while heading.value is not None and heading.value != entry["heading"]:
        heading = heading.offset(0, 1)
    if heading.value is None:
        raise SystemExit(f"no column {entry['heading']} in {entry['table']}")
    return heading.offset(entry["line"], 0)


def main():
    source, out = sys.argv[1:]
    book = openpyxl.load_workbook(source)
    for entry in json.load(sys.stdin):
        cell = target(book, entry)
        if cell.protection.locked:
            raise SystemExit(f"{cell.parent.title}!{cell.coordinate} is locked")
        value = entry["value"]
        if isinstance(value, dict):
            value = datetime.date.fromisoformat(value["date"])
        cell.value = value
    book.save(out)


main()
