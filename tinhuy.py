"""The front door."""


def main() -> None:
    raise SystemExit("not yet")
