"""The texts that only the demonstration holds."""

from __future__ import annotations

HEAT_NOTE_PATH = "procedures/continuite/note-chaleur.md"

HEAT_NOTE = """---
reference: NS-M1-001
title: Vague de chaleur de l'été 2026
kind: note
version: 1.0
change: major
summary: Cet été, les personnes fragiles sont appelées chaque jour et le réfrigérateur est relevé deux fois.
owner: c.leroy
processes: [M1]
audience: all
writer: a.martin
approver: c.leroy
reading: required
keywords: [chaleur, canicule, été, vigilance]
synonyms: [déshydratation, forte chaleur, vigilance orange]
---

## But

Protéger les patients fragiles et les médicaments quand le département est en vigilance orange ou rouge.

## Étapes

1. La secrétaire médicale lit la carte de vigilance à 8 h et prévient l'équipe.
2. Les infirmiers appellent chaque jour les personnes fragiles : boire, se rafraîchir, qui appeler.
3. Les rendez-vous des personnes fragiles passent avant 11 h ou à domicile.
4. La température du réfrigérateur des médicaments est relevée à 8 h et à 17 h.
5. Confusion, fièvre, malaise : appelez le 15.

## Documents liés

- [LI-M1-001 Numéros utiles et d'urgence](numeros-utiles.md)
- [PR-R2-001 Maîtriser le circuit du médicament](../soins/circuit-du-medicament.md)
"""
