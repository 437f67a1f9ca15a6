"""Recalculates workbooks in headless LibreOffice, over UNO, and says what each cell holds then, to the bit:
recalculate.py FILE… > cells.jsonl, one line per sheet: {file, sheet, rows, formulas, errors}"""

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
FORMULA = 16  # com.sun.star.sheet.CellFlags
ERROR = 4  # com.sun.star.sheet.FormulaResult


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


def areas(ranges):
    return [[a.StartColumn, a.StartRow, a.EndColumn, a.EndRow] for a in ranges.RangeAddresses]


def show(file, book):
    for name in book.Sheets.ElementNames:
        sheet = book.Sheets.getByName(name)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress
        used = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow)
        line = {
            "file": file,
            "sheet": name,
            "rows": used.DataArray,
            "formulas": areas(sheet.queryContentCells(FORMULA)),
            "errors": areas(sheet.queryFormulaCells(ERROR)),
        }
        print(json.dumps(line, ensure_ascii=False))


def main(files):
    with tempfile.TemporaryDirectory() as folder:
        pipe = f"recalculate{os.getpid()}"
        office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                f"--accept=pipe,name={pipe};urp;",
                "--headless",
                "--norestore",
                "--nologo",
                "--nodefault",
            ],
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            context = connect(pipe, office)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            hidden = (PropertyValue(Name="Hidden", Value=True),)
            for file in files:
                book = desktop.loadComponentFromURL(
                    uno.systemPathToFileUrl(os.path.abspath(file)), "_blank", 0, hidden
                )
                # Every formula, whatever the program that wrote its cached value.
                book.calculateAll()
                show(file, book)
                book.close(False)
        finally:
            os.killpg(office.pid, signal.SIGKILL)
            office.wait()


main(sys.argv[1:])
