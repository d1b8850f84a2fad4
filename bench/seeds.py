"""Whether quantulum3's proposals for rare units depend on the hash seed: twenty processes read a corpus of units. Run by `make bench`."""

from __future__ import annotations

import os
import subprocess
import sys

SEEDS = 20
UNITS = [
    *(
        "N/mm²",
        "J/kg",
        "W/m²K",
        "W/m²",
        "A/m",
        "V/m",
        "g/kWh",
        "lm/W",
        "kN/m²",
        "lx·s",
        "Bq/kg",
        "mol/L",
        "kg·m",
        "kg/m²",
        "mg/dl",
        "kW/m²",
    ),
    *(
        "µg/m³",
        "Sv/h",
        "MJ/kg",
        "l/100",
        "Mbit/s",
        "GB/s",
        "N·m",
        "Pa·s",
        "J/K",
        "C/kg",
        "cd/m²",
        "H/m",
        "F/m",
        "T·m",
        "kg/s",
        "m³/s",
        "mm/h",
    ),
    *(
        "t/ha",
        "kg/ha",
        "W/kg",
        "Gy/h",
        "rad/s",
        "mV/K",
        "Ω·m",
        "S/m",
        "ppm/K",
        "dB/m",
        "g/mol",
        "J/mol",
        "kcal/g",
        "bar/s",
        "ft/s",
        "lb/ft³",
    ),
]


def main() -> None:
    code = f"from qcheck.extraction.units import rare_unit_after as read\nprint([read(unit, 0) for unit in {UNITS!r}])"
    found: dict[str, list[int]] = {}
    for seed in range(SEEDS):
        environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        found.setdefault(run.stdout, []).append(seed)
    print(f"{len(UNITS)} rare units under {SEEDS} hash seeds: {len(found)} reading{'s' if len(found) > 1 else ''}")
    if len(found) > 1:
        sys.exit("\n".join(f"seeds {seeds}: {reading}" for reading, seeds in found.items()))


if __name__ == "__main__":
    main()
