"""Fills inputs of a template in headless LibreOffice, over UNO, and saves it: fill_libreoffice.py IN OUT < inputs.json"""

import datetime
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

STARTS_WITHIN = 60


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connect(pipe, office):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    deadline = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def named(book, name):
    return book.NamedRanges.getByName(name).getReferredCells().getCellByPosition(0, 0)


def target(book, entry):
    if "name" in entry:
        return named(book, entry["name"])
    cell = named(book, entry["table"])
    sheet, address = cell.Spreadsheet, cell.CellAddress
    column = address.Column
    while (heading := sheet.getCellByPosition(column, address.Row).String) != entry["heading"]:
        if heading == "":
            raise SystemExit(f"no column {entry['heading']} in {entry['table']}")
        column += 1
    return sheet.getCellByPosition(column, address.Row + entry["line"])


def change(book, entry):
    """What a person does to the sheets themselves."""
    if "rename" in entry:
        book.Sheets.getByName(entry["rename"]).Name = entry["to"]
    else:
        cell = named(book, entry["insertAbove"])
        cell.Spreadsheet.unprotect("")
        cell.Spreadsheet.Rows.insertByIndex(cell.CellAddress.Row, entry["rows"])


def enter(cell, value):
    if cell.Spreadsheet.isProtected() and cell.CellProtection.IsLocked:
        raise SystemExit(f"{cell.AbsoluteName} is locked")
    if isinstance(value, dict):
        day = datetime.date.fromisoformat(value["date"])
        cell.setValue(float((day - datetime.date(1899, 12, 30)).days))
    elif isinstance(value, str):
        cell.setString(value)
    else:
        cell.setValue(float(value))


def fill(desktop, source, out, entries):
    book = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, properties(Hidden=True))
    for entry in entries:
        if "value" in entry:
            enter(target(book, entry), entry["value"])
        else:
            change(book, entry)
    book.calculate()
    saving = properties(FilterName="Calc MS Excel 2007 XML")
    book.storeToURL(uno.systemPathToFileUrl(out), saving)
    book.close(True)


def main():
    source, out = (os.path.abspath(path) for path in sys.argv[1:])
    entries = json.load(sys.stdin)
    # A profile and a pipe of its own: two runs at once do not answer for each other.
    with tempfile.TemporaryDirectory() as profile:
        pipe = os.path.basename(profile)
        office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            context = connect(pipe, office)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            fill(desktop, source, out, entries)
        finally:
            # `soffice` starts another process, of the same group.
            os.killpg(office.pid, signal.SIGKILL)
            office.wait()


main()
