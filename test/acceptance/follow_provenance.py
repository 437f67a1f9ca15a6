"""Follows lines of the table Provenance of regional workbooks to the files they name, and reads the value there anew, with
openpyxl and the csv module alone; a declared value is also looked for where its link leads: follow_provenance.py SEED SAMPLE REFERENCE DEPOSITS WORKBOOK… > followed.json

Every number read from a deposit in one of the folders named `zz` is followed, and as many others, drawn at random, as make
SAMPLE. Exactly: decimals and fractions, no float is compared."""

import csv
import hashlib
import io
import json
import pathlib
import random
import re
import sys
import unicodedata
import warnings
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import openpyxl
from openpyxl.utils import range_boundaries

warnings.filterwarnings("ignore", category=UserWarning)
CENT = Decimal("0.01")


def plain(text):
    """A heading without accents, case or punctuation."""
    bare = unicodedata.normalize("NFD", str(text or "")).lower()
    return re.sub(r"[^a-z0-9]", "", bare)


def number(value):
    """What a person reads as a number, exactly; spreadsheets write 0.1 + 0.2 with seventeen digits."""
    if isinstance(value, (int, float)):
        return Decimal(repr(value))
    text = re.sub(r"\s|€", "", str(value or "")).replace("\u2212", "-").replace(",", ".")
    if text in ("", "-"):
        return Decimal(0)
    return Decimal(text)


def rounded(value):
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    return value.quantize(CENT, ROUND_HALF_UP)


# ---- Deposited files ---------------------------------------------------------------------------------------------------


NAMES_OF = {";": "semicolon", ",": "comma", "\t": "tab"}


class Csv:
    """Rows of text by the line on which each begins, as an editor counts."""

    def __init__(self, data):
        try:
            text, encoding = data.decode("utf-8-sig"), "utf-8"
        except UnicodeDecodeError:
            text, encoding = data.decode("cp1252"), "cp1252"
        separator = max(";,\t", key=lambda one: self.header(text, one)[1])
        self.shape = f"csv {encoding} {NAMES_OF[separator]}"
        self.rows = self.read(text, separator)
        self.headings = [cell.strip() for cell in self.rows[self.header(text, separator)[0]]]

    def read(self, text, separator):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows, begins = {}, 1
        for cells in reader:
            rows[begins] = cells
            begins = reader.line_num + 1
        return rows

    def header(self, text, separator):
        for line, cells in self.read(text, separator).items():
            if "".join(cells).strip() and not cells[0].lower().startswith("sep="):
                return line, len(cells)
        return 0, 0

    def record(self, line):
        return dict(zip(self.headings, self.rows[line]))

    def records(self, place):
        last = place["Dernière ligne"] or place["Ligne"]
        return [self.record(line) for line in range(place["Ligne"], last + 1) if line in self.rows]

    def value(self, place):
        return self.record(place["Ligne"])[place["Colonne du fichier"]]


class Book:
    """Cells as openpyxl reads them: values, and those that formulas had when the file was saved."""

    def __init__(self, data):
        self.book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        self.shape = "template" if "finess" in self.book.defined_names else "xlsx"

    def records(self, place):
        """Rows that a range crosses, by the headings above them."""
        sheet = self.book[place["Feuille"]]
        _, first, _, last = range_boundaries(place["Cellule"])
        above = next(
            row
            for row in range(first - 1, 0, -1)
            if {"compte", "fonction", "mesure"} & {plain(cell.value) for cell in sheet[row]}
        )
        headings = [str(cell.value or "").strip() for cell in sheet[above]]
        return [dict(zip(headings, [c.value for c in sheet[row]])) for row in range(first, last + 1)]

    def value(self, place):
        sheet = self.book[place["Feuille"]]
        cell = place["Cellule"]
        if place["Colonne du fichier"]:
            column = openpyxl.utils.cell.coordinate_from_string(cell)[0]
            headings = [str(one.value).strip() for one in sheet[column] if one.value is not None]
            assert place["Colonne du fichier"] in headings, (place, headings)
        return sheet[cell].value


# ---- What several lines make -------------------------------------------------------------------------------------------

# M21, budget général: accounts by title; the longest beginning decides, title 3 takes the rest of class 6.
TITLES = {
    1: "621 631 633 64",
    2: "601 6021 6022 6031 60321 60322 6066 607 611 6131 6151 615161 615611",
    3: "6",
    4: "66 67 68 69",
}
TITLE_OF = {account: title for title, accounts in TITLES.items() for account in accounts.split()}
NAMES = {
    "compte": ["compte", "ncompte"],
    "debit": ["soldedebiteur", "debit"],
    "credit": ["soldecrediteur", "credit"],
    "solde": ["montantducompte", "solde"],
    "part": ["partnumerique", "dontnumerique", "partsih"],
    "fonction": ["fonction"],
    "type": ["type"],
    "quotite": ["quotite"],
    "mois": ["mois"],
    "nombre": ["nombre"],
    "mesure": ["mesure"],
    "niveau": ["niveau"],
    "finess": ["finess"],
}


def field(record, name):
    for heading, value in record.items():
        if plain(heading) in NAMES[name] or (name == "quotite" and plain(heading).startswith("quotite")):
            return value
    return None


def longest(account, known):
    return next((account[:size] for size in range(len(account), 0, -1) if account[:size] in known), None)


def accounts_of(records):
    """Account, its amount, its debit movement and its digital part; subtotals left out."""
    lines = []
    for record in records:
        account = re.sub(r"\D", "", str(field(record, "compte") or ""))
        balance = field(record, "solde")
        amount = (
            number(balance)
            if balance is not None
            else number(field(record, "debit")) - number(field(record, "credit"))
        )
        lines.append((account, amount, number(field(record, "debit")), number(field(record, "part"))))

    def is_subtotal(account, amount):
        below = [other for other in lines if other[0] != account and other[0].startswith(account)]
        return below and amount == sum(other[1] for other in below)

    return [line for line in lines if line[0] and not is_subtotal(line[0], line[1])]


def digital(lines, listed, wanted):
    """@param wanted whether an account of comptes.csv is asked for"""
    total = Decimal(0)
    for account, amount, movement, part in lines:
        under = longest(account, listed)
        if under is None or not wanted(under, listed[under]):
            continue
        whole = movement if listed[under]["bloc"] == "investissement" else amount
        total += whole if listed[under]["mode"] == "lecture" else part
    return total


def fte(records, wanted):
    total = Fraction(0)
    for record in records:
        if not wanted(plain(field(record, "type"))):
            continue
        text = str(field(record, "quotite")).replace(" ", "")
        quota = Fraction(number(text.removesuffix("%")))
        if text.endswith("%") or quota > 1:
            quota /= 100
        count = field(record, "nombre")
        total += quota * Fraction(number(field(record, "mois"))) / 12 * Fraction(number(count or 1))
    return total


# ---- The reference set -------------------------------------------------------------------------------------------------


class Reference:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.status = {one["finess"]: one["statut"] for one in self.read("declarants.csv")}
        self.groups = self.read("groupes.csv")
        self.history = self.read("historique.csv")
        self.successions = {one["finess_ancien"]: one for one in self.read("successions.csv")}

    def read(self, name):
        with open(self.folder / name, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))

    def listed(self, finess):
        chart = "M21" if self.status[finess] == "public" else "PCG"
        return {one["compte"]: one for one in self.read("comptes.csv") if one["nomenclature"] == chart}

    def published(self, campaign, finess, column):
        """Figures of a campaign, those of the numbers that were replaced since its financial year ended added."""

        def holder(number):
            step = self.successions.get(number)
            replaced_since = step is not None and step["depuis"] > f"{campaign - 1}-12-31"
            return holder(step["finess"]) if replaced_since else number

        of = [one for one in self.history if one["campagne"] == str(campaign) and one["etat"] == "calcule"]
        return sum(number(one[column]) for one in of if holder(one["finess"]) == finess)

    def share(self, pool, group, finess):
        """Whole cents by floor, those left over to the largest remainders, ties to the lowest FINESS."""
        members = [one for one in self.groups if one["groupe"] == group and one["role"] != "porteur_externe"]
        keys = {one["finess"]: Fraction(one["activite_combinee"].replace(",", ".")) for one in members}
        whole = int(pool * 100)
        exact = {one: whole * key / sum(keys.values()) for one, key in keys.items()}
        cents = {one: int(value) for one, value in exact.items()}
        order = sorted(exact, key=lambda one: (cents[one] - exact[one], one))
        for one in order[: whole - sum(cents.values())]:
            cents[one] += 1
        return Decimal(cents[finess]) / 100


# ---- Following ---------------------------------------------------------------------------------------------------------

BLOCKS = {
    "num_personnel": "personnel",
    "num_medical": "medical",
    "num_general": "general",
    "num_amortissement": "amortissement",
    "num_investissement": "investissement",
}


def kinds_of(column):
    return {
        "etp_ssi_internes": lambda kind: not kind.startswith("externe"),
        "etp_ssi_externes": lambda kind: kind.startswith("externe"),
        "mutualise_etp_ssi": lambda kind: kind.startswith("mutualise"),
    }[column]


def is_single(place):
    if place["Cellule"]:
        return ":" not in place["Cellule"]
    return place["Colonne du fichier"] is not None and place["Dernière ligne"] is None


def own(records, finess):
    return [one for one in records if field(one, "finess") in (None, "", finess)]


def read_anew(line, source, reference):
    """The value that a line of Provenance should show, from what it names."""
    nature, column, finess = line["Nature"], line["Colonne"], line["FINESS"]
    if nature == "Chiffre de la campagne précédente":
        return reference.published(line["campagne"] - 1, finess, line["Colonne du fichier"])
    if nature.startswith("Quote-part"):
        group = re.search(r"groupement (\S+) \(", line["Donnée"]).group(1)
        return reference.share(rounded(number(source.value(line))), group, finess)
    if is_single(line) and (nature == "Donnée déclarée" or nature.endswith("compte numérique")):
        return rounded(number(source.value(line)))
    records = own(source.records(line), finess)
    if nature.startswith("Contrôle"):
        title = re.compile(r"depensestitre(i|ii|iii|iv)budgetglobal")
        charges = [value for heading, value in records[0].items() if title.fullmatch(plain(heading))]
        assert len(charges) == 4, records
        return sum(rounded(abs(number(one))) for one in charges)
    if nature.endswith("mesure de maturité"):
        code = re.match(r"Mesure (\S+)", line["Donnée"]).group(1)
        return number(next(field(one, "niveau") for one in records if field(one, "mesure") == code))
    if nature.endswith("personnel SSI"):
        return rounded(fte(records, lambda kind: True))
    if column.startswith("etp_") or column == "mutualise_etp_ssi":
        return rounded(fte(records, kinds_of(column)))
    lines = accounts_of(records)
    if column.startswith("charges_titre"):
        title = int(column[-1])
        return sum(line[1] for line in lines if TITLE_OF.get(longest(line[0], TITLE_OF)) == title)
    listed = reference.listed(finess)
    if nature.endswith("compte numérique"):
        account = re.search(r"ompte (\d+)\)?$", line["Donnée"]).group(1)
        return digital(lines, listed, lambda under, _: under == account)
    return digital(lines, listed, lambda _, one: one["bloc"] == BLOCKS[column])


def lines_of(path):
    """The lines of the table Provenance that show a number read in a file, by heading."""
    book = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    sheet = next(one for one in book if "Provenance" in one.tables)
    rows = sheet[sheet.tables["Provenance"].ref]
    headings = [cell.value for cell in rows[0]]
    see = rows[0][headings.index("Voir")].column
    campaign = int(re.search(r"campagne-(\d{4})", path).group(1))
    for row in rows[1:]:
        line = dict(zip(headings, [cell.value for cell in row]))
        if line["Fichier"] and isinstance(line["Valeur en vigueur"], (int, float)):
            link = formulas[sheet.title].cell(row[0].row, see).value
            linked = shown_at(book, link, line["FINESS"])
            yield {**line, "campagne": campaign, "workbook": path, "row": row[0].row, "linked": linked}


def shown_at(book, link, finess):
    """What stands where a link leads, in the row of the declarant; None where it leads to the row alone."""
    target = re.search(r"#'([^']+)'!([A-Z]+)\"&", str(link))
    if target is None or target.group(2) == "A":
        return None
    sheet, column = book[target.group(1)], target.group(2)
    return next(sheet[f"{column}{cell.row}"].value for cell in sheet["A"] if cell.value == finess)


def main(seed, sample, folder, deposits, workbooks):
    reference = Reference(folder)
    files = {}
    for root in (deposits, folder):
        for path in pathlib.Path(root).rglob("*"):
            if path.is_file():
                files[hashlib.sha256(path.read_bytes()).hexdigest()] = path
    lines = [line for workbook in workbooks for line in lines_of(workbook)]
    chosen = [line for line in lines if line["Fichier"].startswith("zz/")]
    others = [line for line in lines if not line["Fichier"].startswith("zz/")]
    chosen += random.Random(seed).sample(others, max(0, sample - len(chosen)))

    opened, followed = {}, []
    for line in chosen:
        path = files.get(line["SHA-256 du dépôt"])
        result = {
            **{name: line[name] for name in ("workbook", "row", "FINESS", "Nature", "Colonne", "Fichier")},
            "place": line["Emplacement"],
            "shown": str(number(line["Valeur en vigueur"])),
            "shape": None,
            "read": None,
            "agrees": False,
        }
        followed.append(result)
        if path is None or not str(path).endswith(line["Fichier"]):
            continue
        if path not in opened:
            data = path.read_bytes()
            opened[path] = Book(data) if data.startswith(b"PK") else Csv(data)
        read = read_anew(line, opened[path], reference)
        result["shape"] = opened[path].shape
        result["read"] = str(read)
        shown = [line["Valeur en vigueur"]]
        # The other natures lead to the total that they add to.
        if line["Nature"] == "Donnée déclarée":
            shown.append(line["linked"])
        result["agrees"] = all(read == number(one) for one in shown)
    json.dump({"numbers": len(lines), "followed": followed}, sys.stdout, ensure_ascii=False)


main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5:])
